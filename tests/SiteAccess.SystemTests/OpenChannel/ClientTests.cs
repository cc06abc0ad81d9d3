namespace SiteAccess.SystemTests.OpenChannel;

/// <summary>The clients of docs/protocol.md against the real system.</summary>
public class ClientTests(RunningSystem system)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("client.mjs")]
    [InlineData("client.cs")]
    public async Task A_documented_client_hears_every_message_once_also_those_of_a_restart(string file)
    {
        var session = await system.ArriveAsync(Cancellation);
        using var api = system.Api(session.Token, system.DemoOrigin);
        var conversation = await api.BeginAsync(Cancellation);
        var address = new Uri(system.Addresses.Api, $"/api/v1/widget/conversations/{conversation.Id}/channel-token");
        await using var client = DocumentedClient.Start(file, address, session.Token);
        await Eventually.SeeAsync(() => client.Lines.Count(line => line == "listening"), times => times == 1, Cancellation);

        await api.SayAsync(conversation.Id, "Здравствуйте", Cancellation);
        await Eventually.SeeAsync(() => Said(client), said => said.Length == 1, Cancellation);
        await system.StopAsync("realtime", Cancellation);
        await api.SayAsync(conversation.Id, "said without Realtime", Cancellation);
        await system.StartAsync("realtime", Cancellation);
        await Eventually.SeeAsync(() => client.Lines.Count(line => line == "listening"), times => times == 2, Cancellation);
        await api.SayAsync(conversation.Id, "said with Realtime again", Cancellation);

        await Eventually.SeeAsync(() => Said(client), said => said.Length >= 3, Cancellation);
        Assert.Equal(["1 visitor: Здравствуйте", "2 visitor: said without Realtime", "3 visitor: said with Realtime again"], Said(client));
    }

    static string[] Said(DocumentedClient client) => [.. client.Lines.Where(line => line.Contains(" visitor: ", StringComparison.Ordinal))];
}
