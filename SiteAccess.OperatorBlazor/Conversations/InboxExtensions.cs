using Microsoft.AspNetCore.Components.Server.Circuits;
using SiteAccess.OperatorBlazor.ApiAccess;
using SiteAccess.OperatorBlazor.Assignment;
using SiteAccess.OperatorBlazor.CannedResponses;
using SiteAccess.OperatorBlazor.Labels;
using SiteAccess.OperatorBlazor.Live;
using SiteAccess.OperatorBlazor.Messages;
using SiteAccess.OperatorBlazor.Operators;
using SiteAccess.OperatorBlazor.Presence;
using SiteAccess.OperatorBlazor.Teams;
using SiteAccess.OperatorBlazor.Search;
using SiteAccess.OperatorBlazor.Visitors;
using SiteAccess.ServiceDefaults.Internal;

namespace SiteAccess.OperatorBlazor.Conversations;

/// <summary>What a circuit needs for its inbox.</summary>
static class InboxExtensions
{
    public static void AddInbox(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpClient<OperatorApi>(http => http.BaseAddress = InternalApiExtensions.ApiAddress);
        builder.AddInternalApi<ChannelsClient>();

        var services = builder.Services;
        services.AddSingleton<LiveFeed>();
        services.AddScoped<ApiReach>();
        services.AddScoped<BusReach>();
        services.AddScoped<ConversationsClient>();
        services.AddScoped<MessagesClient>();
        services.AddScoped<OperatorsClient>();
        services.AddScoped<OwnState>();
        services.AddScoped<VisitorsClient>();
        services.AddTransient<LiveVisitorList>();
        services.AddScoped<TeamsClient>();
        services.AddScoped<AssignmentClient>();
        services.AddScoped<Workplace>();
        services.AddScoped<Colleagues>();
        services.AddScoped<CannedResponsesClient>();
        services.AddScoped<CannedAnswers>();
        services.AddScoped<Inbox>();
        services.AddScoped<LiveInbox>();
        services.AddScoped<ConversationActions>();
        services.AddScoped<Selection>();
        services.AddScoped<SavedFilters>();
        services.AddScoped<KeptView>();
        services.AddScoped<LabelBook>();
        services.AddScoped<InboxSearch>();
        services.AddScoped<Viewers>();
        services.AddScoped<ViewingNotices>();
        services.AddScoped<Outbox>();
        services.AddScoped<TypingPeople>();
        services.AddScoped<TypingNotices>();
        services.AddScoped<VisitorsOnline>();
        services.AddScoped<OperatorPresence>();
        services.AddScoped<CircuitHandler>(circuit => circuit.GetRequiredService<OperatorPresence>());
        services.AddScoped<CircuitHandler>(circuit => circuit.GetRequiredService<ViewingNotices>());
    }
}
