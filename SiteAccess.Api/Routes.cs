using SiteAccess.Api.Calls;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Messages;
using SiteAccess.Api.Operators;
using SiteAccess.Api.Visitors;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api;

/// <summary>All routes, with the policy of each group said once.</summary>
static class Routes
{
    /// <summary>For operators and their own programs.</summary>
    public static void MapOperatorApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization(Policies.Operator);
        api.MapAuth();
        api.MapOperators();
        api.MapChannels();
        api.MapInbox();
        api.MapMessages();
        api.MapConnectionChecks();
    }

    /// <summary>For visitors' browsers, on pages of other origins.</summary>
    public static void MapWidgetApi(this WebApplication app)
    {
        app.MapGroup(ChannelCors.WidgetRoutes).MapVisitorSessions();
        var widget = app.MapGroup(ChannelCors.WidgetRoutes).RequireAuthorization(Policies.Visitor).AddEndpointFilter<RouteGroupBuilder, OriginGuard>();
        widget.MapVisitorConversations();
        widget.MapMessages();
        widget.MapConnectionChecks();
    }

    /// <summary>For Realtime and the operator app.</summary>
    public static void MapInternalApi(this WebApplication app)
    {
        var inside = app.MapGroup("/internal").RequireAuthorization(Policies.Service).ExcludeFromDescription();
        inside.MapInternalMessages();
        inside.MapInternalConversations();
        inside.MapInternalChannels();
        inside.MapOperatorSessions();
        inside.MapDataProtectionKeys();
    }
}
