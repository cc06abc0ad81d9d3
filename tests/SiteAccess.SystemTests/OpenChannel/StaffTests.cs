using System.Net.WebSockets;
using System.Text.Json;
using SiteAccess.Contracts.Conversations;

namespace SiteAccess.SystemTests.OpenChannel;

/// <summary>An operator's bot on the staff's stream of the real system.</summary>
public class StaffTests(RunningSystem system)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_staff_hears_of_a_new_conversation_its_messages_its_unread_count_and_its_end()
    {
        var tokens = await system.SignInAsync(Cancellation);
        using var socket = new ClientWebSocket();
        var address = new UriBuilder(system.Addresses.Realtime) { Scheme = "ws", Path = "/channel/ws", Query = $"type=staff&access_token={tokens.AccessToken}" };
        await socket.ConnectAsync(address.Uri, Cancellation);
        var frames = new List<JsonElement>();

        var session = await system.ArriveAsync(Cancellation);
        using var visitor = system.Api(session.Token, system.DemoOrigin);
        var conversation = (await visitor.BeginAsync(Cancellation)).Id;
        await visitor.SayAsync(conversation, "Anybody there?", Cancellation);
        await HearAsync("chat.message", data => data.GetProperty("body").GetString() == "Anybody there?" && data.GetProperty("seq").GetInt64() == 1);
        await HearAsync("chat.session.created", data => data.GetProperty("status").GetString() == "open");
        await HearAsync("chat.alert", data => data.GetProperty("unread_count").GetInt32() == 1);

        using var desk = system.Api(tokens.AccessToken);
        var change = new ChangeConversation(ConversationStatus.Resolved, tokens.Operator.Id);
        await desk.AskAsync<ConversationSummary>(HttpMethod.Patch, $"/api/v1/conversations/{conversation}", change, Cancellation);
        await HearAsync("chat.session.assigned", data => data.GetProperty("assignee_id").GetGuid() == tokens.Operator.Id);
        await HearAsync("chat.session.status", data => data.GetProperty("status").GetString() == "resolved");

        async Task HearAsync(string type, Func<JsonElement, bool> which)
        {
            bool IsIt(JsonElement frame) => frame.GetProperty("type").GetString() == type
                && frame.GetProperty("session_id").GetGuid() == conversation && which(frame.GetProperty("data"));
            while (!frames.Any(IsIt)) frames.Add(await ReadAsync(socket));
        }
    }

    static async Task<JsonElement> ReadAsync(ClientWebSocket socket)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), limit.Token);
            length += part.Count;
            if (part.EndOfMessage) return JsonElement.Parse(buffer.AsSpan(0, length));
        }
    }
}
