using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SiteAccess.BenchHost;

// What is measured: Api and Realtime on as many nodes as asked for (with none of them, Postgres and Redis for others). No dashboard
// and no telemetry, because what it is compared with has none.
var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, DisableDashboard = true });
var nodes = builder.Configuration.GetValue("Nodes", defaultValue: 1);

// Data that ends with the run, but written as safely as in production: a commit waits for the disk.
var postgres = builder.AddPostgres("postgres").WithArgs("-c", "fsync=on", "-c", "max_connections=300");
var database = postgres.AddDatabase("siteaccess");
var redis = builder.AddRedis("redis");

var apis = Enumerable.Range(1, nodes).Select(i => builder.AddApi($"api{i}", database, redis)).ToArray();
var realtimes = apis.Select((api, i) => builder.AddRealtime($"realtime{i + 1}", api, redis)).ToArray();
for (var i = 1; i < nodes; i++)
{
    apis[i].WaitFor(apis[0]); // the first one makes the tables
}

foreach (var api in apis)
{
    api.WithEnvironment("PublicUrls__Realtime", realtimes[0].GetEndpoint("http"));
}

builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<BenchFile>(services, new Measured(apis, realtimes, postgres, redis)));
await builder.Build().RunAsync();
