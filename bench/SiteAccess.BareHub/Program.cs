using SiteAccess.BareHub;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Hub;
using SiteAccess.ServiceDefaults.Access;

// The lower rungs of the ladder: what a message costs before it is SiteAccess's. --Rung=bare|tokens|postgres|outbox; each holds all
// that the one before it holds.
var builder = WebApplication.CreateBuilder(args);
var rung = Enum.Parse<Rung>(builder.Configuration["Rung"] ?? nameof(Rung.Bare), ignoreCase: true);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.AddAccessTokens();
builder.Services.AddSignalR().AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions));
if (rung >= Rung.Postgres)
{
    builder.Services.AddSingleton(new MessageTable(builder.Configuration["Database"] ?? "", withOutbox: rung >= Rung.Outbox));
    builder.Services.AddSingleton<PostgresKeeper>();
    builder.Services.AddSingleton<IKeeper>(services => services.GetRequiredService<PostgresKeeper>());
    builder.Services.AddHostedService(services => services.GetRequiredService<PostgresKeeper>());
}
else
{
    builder.Services.AddSingleton<IKeeper, MemoryKeeper>();
}

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapDoor();
var hub = app.MapHub<PairHub>(HubEvents.Path);
if (rung >= Rung.Tokens)
{
    hub.RequireAuthorization(Policies.Party);
}

await app.RunAsync();
