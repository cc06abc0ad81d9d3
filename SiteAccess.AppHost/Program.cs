using SiteAccess.AppHost;

// What SiteAccess consists of, what starts after what, and who knows whom.
var builder = DistributedApplication.CreateBuilder(args);

// Secrets: made up on the first run and kept in this project's user secrets.
var signingKey = builder.AddGeneratedSecret("token-signing-key", length: 64);
var turnSecret = builder.AddGeneratedSecret("turn-secret", length: 48);
var operatorPassword = builder.AddGeneratedSecret("operator-password", length: 20);

// Postgres holds the truth.
var postgres = builder.AddPostgres("postgres").KeepData();
var database = postgres.AddDatabase("siteaccess");

// Redis carries copies: the event bus, presence, the hub's backplane.
var redis = builder.AddRedis("redis");

// coturn relays calls between networks that do not let each other in.
var coturn = builder.AddCoturn("coturn", turnSecret);

// Api owns the domain and the database.
var api = builder.AddService<Projects.SiteAccess_Api>("api", signingKey)
    .WithReference(database).WaitFor(database)
    .WithReference(redis).WaitFor(redis)
    .WithTurn(coturn, turnSecret)
    .WithFirstOperator(operatorPassword);

// Realtime holds the visitors' connections. It has no database. Most of its connections are silent: without this limit (bytes, in
// hexadecimal) garbage may grow to the size of the processor's cache before anybody collects it. No project file can set it.
var realtime = builder.AddService<Projects.SiteAccess_Realtime>("realtime", signingKey)
    .WithEnvironment("DOTNET_GCgen0size", "0x1000000")
    .WithReference(redis).WaitFor(redis)
    .WithReference(api).WaitFor(api);

// The operators' web app.
var operatorApp = builder.AddService<Projects.SiteAccess_OperatorBlazor>("operator", signingKey)
    .WithReference(redis).WaitFor(redis)
    .WithReference(api).WaitFor(api);

// The demo page: the widget on an origin of its own, as on a customer's site.
var widget = builder.AddViteApp("widget", "../widget")
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/")
    .WithEnvironment("VITE_API_URL", api.GetEndpoint("http"))
    .WithEnvironment("VITE_CHANNEL_KEY", DemoChannel.Key)
    .WaitFor(api);

// Browsers need everybody's address; these point in a circle, so nobody waits for them.
api.WithPublicUrls(api, realtime, operatorApp).WithDemoChannel(widget);
realtime.WithPublicUrls(api, realtime, operatorApp);
operatorApp.WithPublicUrls(api, realtime, operatorApp).WithDemoPage(widget);

// When all of it is ready: say where it is, and write it to artifacts/run/system.json.
builder.AddRunFile(api, realtime, operatorApp, widget, operatorPassword);

await builder.Build().RunAsync();
