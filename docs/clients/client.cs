// dotnet run client.cs CHANNEL-TOKEN-ADDRESS BEARER-TOKEN: listens to one conversation (.NET 10).
#:property PublishAot=false
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", args[1]) } };
var place = ""; // where we are: the last message's seq, and the epoch that it belongs to
for (var buffer = new byte[64 * 1024]; ; await Task.Delay(Random.Shared.Next(500, 3000))) // not all clients at once
{
    try
    {
        var token = await http.GetFromJsonAsync<JsonElement>(args[0]);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(token.GetProperty("webSocketUrl").GetString() + place), default);
        Console.WriteLine("listening");

        for (var length = 0; await socket.ReceiveAsync(buffer.AsMemory(length), default) is { MessageType: WebSocketMessageType.Text } part;)
        {
            length += part.Count;
            if (!part.EndOfMessage) continue;
            var frame = JsonElement.Parse(buffer.AsSpan(0, length));
            length = 0;
            if (frame.GetProperty("type").GetString() != "chat.message") continue;
            var message = frame.GetProperty("data");
            Console.WriteLine($"{message.GetProperty("seq")} {message.GetProperty("sender_type")}: {message.GetProperty("body")}");
            place = $"&last_seq={message.GetProperty("seq")}&epoch={token.GetProperty("epoch")}";
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { type = "ack", last_id = message.GetProperty("id") }), WebSocketMessageType.Text, true, default);
        }
    }
    catch (Exception failure) when (failure is HttpRequestException or WebSocketException) { Console.Error.WriteLine(failure.Message); }
}
