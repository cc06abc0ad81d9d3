namespace SiteAccess.Api.Conversations;

static class ConversationRegistration
{
    public static void AddConversations(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Inbox>();
        builder.Services.AddScoped<ConversationReader>();
        builder.Services.AddScoped<VisitorHistory>();
        builder.Services.AddSingleton<BeginningTeller>();
        builder.Services.AddScoped<ConversationStart>();
        builder.Services.AddScoped<ConversationHeads>();
        builder.Services.AddScoped<ConversationNews>();
        builder.Services.AddScoped<ConversationDesk>();
        builder.Services.AddScoped<ReadPositions>();
        builder.Services.AddSingleton<SnoozeAlarm>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<SnoozeAlarm>());
    }
}
