namespace Aspire.Hosting.Native;

/// <summary>The signals of Linux that are used here.</summary>
enum Signal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
}
