using Microsoft.AspNetCore.Cors.Infrastructure;

namespace SiteAccess.Api.Channels;

static class ChannelRegistration
{
    /// <summary>The channels and who may call from their pages.</summary>
    public static void AddChannels(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ChannelDirectory>();
        builder.Services.AddCors();
        builder.Services.AddSingleton<ICorsPolicyProvider, ChannelCors>();
    }
}
