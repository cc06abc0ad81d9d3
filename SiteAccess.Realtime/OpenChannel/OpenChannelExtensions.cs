using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.OpenChannel;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Problems;

namespace SiteAccess.Realtime.OpenChannel;

/// <summary>The open channel (wire protocol v1): a WebSocket and an event stream for bots, mobile and plain clients.</summary>
static class OpenChannelExtensions
{
    public static void AddOpenChannel(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<OpenChannelOptions>(builder.Configuration.GetSection(OpenChannelOptions.Section));
        builder.Services.AddSingleton<TokenSlots>();
        builder.Services.AddSingleton<ChannelReception>();
        builder.Services.AddSingleton<ChannelTalk>();
        builder.Services.AddHostedService<ChannelPulse>();
    }

    public static void MapOpenChannel(this WebApplication app)
    {
        app.UseWebSockets();
        var channel = app.MapGroup("").RequireAuthorization(Policies.OpenChannel);
        channel.MapMethods(OpenChannelNames.WebSocketPath, [HttpMethods.Get, HttpMethods.Connect], OverSocketAsync);
        channel.MapGet(OpenChannelNames.EventStreamPath, OverEventStreamAsync);
    }

    static Task<IResult> OverSocketAsync(HttpContext context, Caller caller, ChannelReception reception, ChannelTalk talk) =>
        context.WebSockets.IsWebSocketRequest
            ? ServeAsync(context, caller, reception, talk.OverSocketAsync)
            : Task.FromResult(Refuse(ErrorCodes.RequestInvalid));

    static Task<IResult> OverEventStreamAsync(HttpContext context, Caller caller, ChannelReception reception, ChannelTalk talk) =>
        ServeAsync(context, caller, reception, talk.OverEventStreamAsync);

    static async Task<IResult> ServeAsync(
        HttpContext context, Caller caller, ChannelReception reception, Func<HttpContext, ChannelGuest, Task> talk)
    {
        if (ChannelRequest.Read(context.Request) is not { } request)
        {
            return Refuse(ErrorCodes.RequestInvalid);
        }

        var (guest, refusal) = await reception.AdmitAsync(request, caller, context.RequestAborted);
        if (guest is null)
        {
            return Refuse(refusal);
        }

        try
        {
            await talk(context, guest);
        }
        finally
        {
            await reception.BidFarewellAsync(guest.Connection);
        }

        return TypedResults.Empty;
    }

    static IResult Refuse(string? code) => code switch
    {
        ErrorCodes.RequestTooMany => Problem.Of(
            StatusCodes.Status429TooManyRequests, code, $"A token is good for {TokenSlots.Most} connections at once"),
        ErrorCodes.AuthForbidden => Problem.Of(StatusCodes.Status403Forbidden, code),
        ErrorCodes.ConversationNotFound => Problem.Of(StatusCodes.Status404NotFound, code),
        _ => Problem.Of(StatusCodes.Status400BadRequest, ErrorCodes.RequestInvalid),
    };
}
