using SiteAccess.Realtime;
using SiteAccess.Realtime.Access;
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

var app = builder.Build();
app.UseServiceDefaults();
app.UseAuthentication();
app.UseRevocations();
app.UseAuthorization();
app.MapDefaultEndpoints();
app.MapLiveHub();
await app.RunAsync();
