using SiteAccess.Realtime;
using SiteAccess.Realtime.Access;
using SiteAccess.Realtime.OpenChannel;
using SiteAccess.ServiceDefaults;
using SiteAccess.ServiceDefaults.Access;
using SiteAccess.ServiceDefaults.Health;
using SiteAccess.ServiceDefaults.Internal;
using SiteAccess.ServiceDefaults.Redis;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddAccessTokens();
builder.AddEventBus();
builder.AddRevocations();
builder.AddInternalApi<RealtimeApi>();
builder.AddLiveHub();
builder.AddOpenChannel();

var app = builder.Build();
app.UseServiceDefaults();
app.UseAuthentication();
app.UseRevocations();
app.UseAuthorization();
app.MapDefaultEndpoints();
app.MapLiveHub();
app.MapOpenChannel();
await app.RunAsync();
