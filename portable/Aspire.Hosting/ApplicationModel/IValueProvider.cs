namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something whose text is known only when the system starts.</summary>
public interface IValueProvider
{
    /// <summary>Waits for the text.</summary>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits for the text, as the one who asks sees it.</summary>
    ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default) => GetValueAsync(cancellationToken);
}
