namespace Aspire.Hosting;

/// <summary>The application cannot be built or run as it was described.</summary>
public class DistributedApplicationException : Exception
{
    /// <summary>Creates it without a word.</summary>
    public DistributedApplicationException()
    {
    }

    /// <summary>Creates it with what to say.</summary>
    public DistributedApplicationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with what to say and what happened.</summary>
    public DistributedApplicationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
