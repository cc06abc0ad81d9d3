using SiteAccess.OperatorBlazor.Access;
using SiteAccess.OperatorBlazor.Attachments;
using SiteAccess.OperatorBlazor.Conversations;
using SiteAccess.OperatorBlazor.Shell;
using SiteAccess.ServiceDefaults;
using SiteAccess.ServiceDefaults.Health;
using SiteAccess.ServiceDefaults.Redis;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddEventBus();
builder.AddOperatorAccess();
builder.AddInbox();
builder.AddAttachments();
builder.AddShell();

var app = builder.Build();
app.UseServiceDefaults();
app.UseShell();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();

app.MapDefaultEndpoints();
app.MapShell();
app.MapPreferences();
app.MapSignOut();
app.MapAttachments();
await app.RunAsync();
