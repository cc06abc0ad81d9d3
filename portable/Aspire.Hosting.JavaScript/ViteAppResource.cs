namespace Aspire.Hosting.JavaScript;

/// <summary>A JavaScript app that Vite serves.</summary>
public class ViteAppResource(string name, string command, string workingDirectory)
    : JavaScriptAppResource(name, command, workingDirectory);
