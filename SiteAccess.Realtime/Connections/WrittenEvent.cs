using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Protocol;
using SiteAccess.Contracts;

namespace SiteAccess.Realtime.Connections;

/// <summary>An event as hub clients get it: written once, however many hear it.</summary>
/// <param name="name">One of <see cref="Contracts.Hub.HubEvents"/>.</param>
/// <param name="data">What there is to tell.</param>
sealed class WrittenEvent(string name, JsonElement data)
{
    ReadOnlyMemory<byte> _frame;

    public string Name { get; } = name;

    /// <summary>The payload's length in bytes; it is read where it lies, not copied.</summary>
    public int Size => JsonMarshal.GetRawUtf8Value(data).Length;

    public static WrittenEvent Of(string name, object data) => new(name, JsonSerializer.SerializeToElement(data, WireJson.Options));

    /// <summary>The frame as the protocol writes it. Two who ask at once may both have it written, alike.</summary>
    public ReadOnlySpan<byte> Frame(IHubProtocol protocol)
    {
        if (_frame.IsEmpty)
        {
            _frame = protocol.GetMessageBytes(new InvocationMessage(Name, [data]));
        }

        return _frame.Span;
    }
}
