using FluentValidation;
using SiteAccess.Api.Outbox;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Messages;

static class MessageRegistration
{
    /// <summary>Messages, and the outbox that tells of them.</summary>
    public static void AddMessages(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IntakeContexts>();
        builder.Services.AddScoped<MessageIntake>();
        builder.Services.AddScoped<MessageHistory>();
        builder.Services.AddScoped<MessageEditor>();
        builder.Services.AddSingleton<IValidator<SendMessage>, SendMessageValidator>();
        builder.Services.AddSingleton<OutboxTeller>();
        builder.Services.AddSingleton<OutboxEraser>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<OutboxEraser>()); // stops after the publisher, which feeds it
        builder.Services.AddSingleton<OutboxPublisher>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<OutboxPublisher>());
        builder.Services.AddHostedService<OutboxSweeper>();
    }
}
