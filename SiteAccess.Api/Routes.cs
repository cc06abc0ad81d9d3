using Microsoft.AspNetCore.Mvc;
using SiteAccess.Api.Calls;
using SiteAccess.Api.CannedResponses;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Messages;
using SiteAccess.Api.OpenChannel;
using SiteAccess.Api.Operators;
using SiteAccess.Api.Transcripts;
using SiteAccess.Api.Visitors;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api;

/// <summary>All routes, with the policy of each group said once.</summary>
static class Routes
{
    /// <summary>For operators and their own programs.</summary>
    public static void MapOperatorApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").WithManners().RequireAuthorization(Policies.Operator);
        api.MapAuth();
        api.MapOperators();
        api.MapChannels();
        api.MapChannelMembers();
        api.MapChannelSettings();
        api.MapInbox();
        api.MapMessages();
        api.MapTranscripts();
        api.MapCannedResponses();
        api.MapChannelTokens();
        api.MapConnectionChecks();
    }

    /// <summary>For visitors' browsers, on pages of other origins.</summary>
    public static void MapWidgetApi(this WebApplication app)
    {
        var widget = app.MapGroup(ChannelCors.WidgetRoutes).WithManners();
        widget.MapVisitorSessions();
        widget = widget.MapGroup("").RequireAuthorization(Policies.Visitor).AddEndpointFilter<RouteGroupBuilder, OriginGuard>();
        widget.MapVisitorConversations();
        widget.MapMessages();
        widget.MapChannelTokens();
        widget.MapConnectionChecks();
    }

    /// <summary>For Realtime and the operator app.</summary>
    public static void MapInternalApi(this WebApplication app)
    {
        var inside = app.MapGroup("/internal").RequireAuthorization(Policies.Service).ExcludeFromDescription();
        inside.MapInternalMessages();
        inside.MapInternalConversations();
        inside.MapUnreadCounts();
        inside.MapInternalChannels();
        inside.MapOperatorSessions();
        inside.MapDataProtectionKeys();
    }

    // What people say is for no cache, and nobody says more than this at once.
    static RouteGroupBuilder WithManners(this RouteGroupBuilder group) => group
        .WithMetadata(new RequestSizeLimitAttribute(MaxRequestBytes))
        .AddEndpointFilter((call, next) =>
        {
            call.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(call);
        });

    const int MaxRequestBytes = 128 * 1024;
}
