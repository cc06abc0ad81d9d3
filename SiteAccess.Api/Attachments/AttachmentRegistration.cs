namespace SiteAccess.Api.Attachments;

static class AttachmentRegistration
{
    /// <summary>Files of messages.</summary>
    public static void AddAttachments(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AttachmentStore>();
        builder.Services.AddScoped<AttachmentUploads>();
        builder.Services.AddSingleton<AddressSigner>();
        builder.Services.AddSingleton<AttachmentSweeper>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<AttachmentSweeper>());
    }
}
