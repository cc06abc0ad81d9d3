using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;
using SiteAccess.Contracts.Errors;

namespace SiteAccess.Realtime.Connections;

/// <summary>
/// SignalR's JSON protocol, with a code wherever it would answer a client's mistake in words of its own. A call that does not fit
/// its method is answered; a record that is no record ends its connection, with the code in the closing frame.
/// </summary>
sealed class StrictJsonProtocol(IOptions<JsonHubProtocolOptions> options) : IHubProtocol
{
    /// <summary>The largest frame a client may send: a message of 8,000 characters with room to spare.</summary>
    public const int LargestFrame = 32 * 1024;

    readonly JsonHubProtocol _json = new(options);

    public string Name => _json.Name;

    public int Version => _json.Version;

    public TransferFormat TransferFormat => _json.TransferFormat;

    public bool IsVersionSupported(int version) => _json.IsVersionSupported(version);

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => HubProtocolExtensions.GetMessageBytes(this, message);

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output)
    {
        if (message is InvocationMessage { Arguments: [WrittenEvent told] })
        {
            output.Write(told.Frame(_json));
            return;
        }

        _json.WriteMessage(message, output);
    }

    public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        var offered = input.Length;
        try
        {
            if (!_json.TryParseMessage(ref input, binder, out message))
            {
                // No more than this is ever offered, so the record's end would not come.
                return offered < LargestFrame ? false : throw new HubException(ErrorCodes.RequestTooLarge);
            }
        }
        catch (Exception failure) when (failure is InvalidDataException or DecoderFallbackException or InvalidOperationException)
        {
            throw new HubException(ErrorCodes.RequestInvalid, failure);
        }

        message = Answerable(message);
        return true;
    }

    // The hub has no streams. Binding fails with SignalR's own HubException when there is no such method.
    static HubMessage Answerable(HubMessage message) => message switch
    {
        InvocationBindingFailureMessage failed => Failure(
            failed.InvocationId,
            failed.Target,
            failed.BindingFailure.SourceException is HubException ? ErrorCodes.RequestUnknown : ErrorCodes.RequestInvalid),
        StreamInvocationMessage stream => Failure(stream.InvocationId, stream.Target, ErrorCodes.RequestInvalid),
        InvocationMessage { StreamIds.Length: > 0 } call => Failure(call.InvocationId, call.Target, ErrorCodes.RequestInvalid),
        _ => message,
    };

    static InvocationBindingFailureMessage Failure(string? id, string target, string code) =>
        new(id, target, ExceptionDispatchInfo.Capture(new HubException(code)));
}
