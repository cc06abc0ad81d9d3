using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.Native;

/// <summary>Shows what the resources write, each line after the name of its resource.</summary>
sealed class ConsoleOutput(DistributedApplicationOptions options, DistributedApplicationModel model, ILoggerFactory loggers)
{
    static readonly Lock Writing = new();
    int _width;

    public void Line(string resourceName, string text, bool isError)
    {
        if (options.EnableResourceLogging)
        {
            Logger($"{options.Assembly?.GetName().Name}.Resources.{resourceName}").Log(isError ? LogLevel.Warning : LogLevel.Information, "{Line}", text);
            return;
        }

        _width = _width > 0 ? _width : model.Resources.Where(resource => resource is not ParameterResource).Max(resource => resource.Name.Length);
        Write($"{resourceName.PadRight(_width)} | {text}");
    }

    /// <summary>Says something on behalf of the AppHost itself.</summary>
    public void Say(string text)
    {
        if (options.EnableResourceLogging)
        {
            Logger("Aspire.Hosting").LogInformation("{Text}", text);
            return;
        }

        Write(text);
    }

    // An application that is disposed without being stopped has no loggers any more, and still something to say.
    ILogger Logger(string category)
    {
        try
        {
            return loggers.CreateLogger(category);
        }
        catch (ObjectDisposedException)
        {
            return NullLogger.Instance;
        }
    }

    static void Write(string text)
    {
        lock (Writing)
        {
            Console.Out.WriteLine(text);
        }
    }
}
