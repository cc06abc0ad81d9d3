using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Attachments;
using SiteAccess.Api.Data;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Attachments;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Messages;
using SiteAccess.UnitTests.Attachments;

namespace SiteAccess.UnitTests.Api;

public class AttachmentTests(ApiHost host) : IClassFixture<ApiHost>
{
    const string Visitors = "/api/v1/widget/attachments";
    const string Operators = "/api/v1/attachments";

    [Fact]
    public async Task A_file_is_what_its_content_says_whatever_its_sender_calls_it()
    {
        var world = await World.CreateAsync(host.First);
        using var visitor = world.VisitorClient();

        var photo = await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.Png(640, 480), "report.html", "text/html");

        Assert.Equal(("report.html", "image/png", 640, 480), (photo.Name, photo.ContentType, photo.Width, photo.Height));
        Assert.Equal(Samples.PixelPng.Length, photo.Size);
    }

    [Fact]
    public async Task A_file_of_many_pieces_comes_back_whole_and_in_ranges()
    {
        var world = await World.CreateAsync(host.First);
        using var visitor = world.VisitorClient();
        var content = new byte[(2 * AttachmentStore.PieceSize) + 1234];
        new Random(1).NextBytes(content);
        "%PDF-1.7"u8.CopyTo(content);

        var file = await UploadedAsync(visitor, Visitors, world.ConversationId, content, "Счёт № 5.pdf");

        var whole = await visitor.GetAsync($"{Visitors}/{file.Id}");
        Assert.Equal(content, await whole.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", whole.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Счёт № 5.pdf", whole.Content.Headers.ContentDisposition.FileNameStar);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Visitors}/{file.Id}");
        request.Headers.Range = new RangeHeaderValue(AttachmentStore.PieceSize - 10, AttachmentStore.PieceSize + 9);
        var part = await visitor.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(content[(AttachmentStore.PieceSize - 10)..(AttachmentStore.PieceSize + 10)], await part.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_goes_out_can_do_no_harm()
    {
        var world = await World.CreateAsync(host.First);
        using var visitor = world.VisitorClient();
        var page = await UploadedAsync(visitor, Visitors, world.ConversationId, "<script>alert(1)</script>"u8.ToArray(), "page.html", "text/html");
        var photo = await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.PixelPng, "photo.png");

        var addresses = await AddressesAsync(visitor, Visitors, page.Id, photo.Id);

        using var browser = world.Api.CreateClient();
        var text = await browser.GetAsync(addresses[page.Id].Url);
        Assert.Equal("text/plain", text.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", text.Content.Headers.ContentDisposition!.DispositionType);
        var preview = await browser.GetAsync(addresses[photo.Id].PreviewUrl);
        Assert.Equal("inline", preview.Content.Headers.ContentDisposition!.DispositionType);
        foreach (var answer in (HttpResponseMessage[])[text, preview])
        {
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        }

        Assert.Null(addresses[page.Id].PreviewUrl);
    }

    [Fact]
    public async Task An_address_is_good_for_its_file_and_purpose_alone()
    {
        var world = await World.CreateAsync(host.First);
        using var visitor = world.VisitorClient();
        var one = await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.PixelPng, "one.png");
        var other = await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.PixelPng, "other.png");
        var good = (await AddressesAsync(visitor, Visitors, one.Id))[one.Id];

        using var browser = world.Api.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(good.Url)).StatusCode);
        string[] changed =
        [
            good.Url.Replace($"{one.Id}", $"{other.Id}", StringComparison.Ordinal),
            good.Url.Replace("?until=", "/preview?until=", StringComparison.Ordinal),
            good.Url.Replace("until=", "until=9", StringComparison.Ordinal),
            good.Url[..^1],
            good.Url[..good.Url.IndexOf('&', StringComparison.Ordinal)] + "&signature=",
        ];
        foreach (var address in changed)
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_refused_file_leaves_nothing_behind()
    {
        var world = await World.CreateAsync(host.First);
        using var visitor = world.VisitorClient();
        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Channels.Where(channel => channel.Id == world.Channel.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(channel => channel.AttachmentMaxBytes, AttachmentStore.PieceSize + 10)));
        var large = new byte[AttachmentStore.PieceSize + 11];
        Array.Fill(large, (byte)'a');

        var tooLarge = await UploadAsync(visitor, Visitors, world.ConversationId, large, "a.txt");
        var program = await UploadAsync(visitor, Visitors, world.ConversationId, [.. "MZ"u8, 0x90, 0, 3], "photo.png", "image/png");
        large[^5] = 0;
        var lateBinary = await UploadAsync(visitor, Visitors, world.ConversationId, large[..^1], "a.txt");
        var cutOff = await visitor.PostAsync($"{Visitors}?conversationId={world.ConversationId}", CutOff());

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, ErrorCodes.AttachmentTooLarge), await RefusalAsync(tooLarge));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, ErrorCodes.AttachmentTypeNotAllowed), await RefusalAsync(program));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, ErrorCodes.AttachmentTypeNotAllowed), await RefusalAsync(lateBinary));
        Assert.Equal((HttpStatusCode.BadRequest, ErrorCodes.RequestInvalid), await RefusalAsync(cutOff));
        Assert.Equal(0, await world.Api.WithAsync<SiteAccessDb, int>(db => db.Attachments.CountAsync(file => file.ConversationId == world.ConversationId)));
    }

    [Fact]
    public async Task Files_go_with_a_message_and_are_seen_wherever_it_is()
    {
        var world = await World.CreateAsync(host.First);
        using var visitor = world.VisitorClient();
        using var staff = world.OperatorClient();
        var photo = await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.Png(30, 20), "photo.png");
        var text = await UploadedAsync(visitor, Visitors, world.ConversationId, "words"u8.ToArray(), "notes.txt");
        var send = new SendMessage(Guid.NewGuid(), "", [photo.Id, text.Id]);

        var sent = await visitor.PostAsJsonAsync($"/api/v1/widget/conversations/{world.ConversationId}/messages", send, WireJson.Options);
        var repeated = await visitor.PostAsJsonAsync($"/api/v1/widget/conversations/{world.ConversationId}/messages", send, WireJson.Options);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (sent.StatusCode, repeated.StatusCode));
        var message = await sent.Content.ReadFromJsonAsync<MessageView>(WireJson.Options);
        Assert.Equal([photo, text], message!.Attachments);
        Assert.Equal(MessageKind.Attachment, message.Kind);
        Assert.Equal([photo, text], (await repeated.Content.ReadFromJsonAsync<MessageView>(WireJson.Options))!.Attachments);
        var page = await staff.GetFromJsonAsync<MessagePage>($"/api/v1/conversations/{world.ConversationId}/messages", WireJson.Options);
        Assert.Equal([photo, text], Assert.Single(page!.Messages).Attachments);
        Assert.Equal("words", await staff.GetStringAsync($"{Operators}/{text.Id}"));
        Assert.Equal(2, (await AddressesAsync(staff, Operators, photo.Id, text.Id)).Count);
    }

    [Fact]
    public async Task A_message_takes_only_free_files_of_its_sender_and_conversation()
    {
        var world = await World.CreateAsync(host.First);
        var other = await world.BeginAsync(await world.AddVisitorAsync());
        using var visitor = world.VisitorClient();
        using var staff = world.OperatorClient();
        var mine = (await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.PixelPng, "mine.png")).Id;
        var theirs = (await UploadedAsync(staff, Operators, world.ConversationId, Samples.PixelPng, "theirs.png")).Id;
        var elsewhere = (await UploadedAsync(staff, Operators, other, Samples.PixelPng, "elsewhere.png")).Id;

        var results = await world.SendAsync(
            world.Item("theirs") with { AttachmentIds = [theirs] },
            world.Item("elsewhere", world.AsOperator) with { AttachmentIds = [elsewhere] },
            world.Item("unknown") with { AttachmentIds = [Guid.NewGuid()] },
            world.Item("twice") with { AttachmentIds = [mine, mine] },
            world.Item("mine") with { AttachmentIds = [mine] },
            world.Item("taken in this batch") with { AttachmentIds = [mine] },
            world.Item("no files"));
        var later = Assert.Single(await world.SendAsync(world.Item("taken before") with { AttachmentIds = [mine] }));

        string?[] errors =
        [
            ErrorCodes.AttachmentNotFound, ErrorCodes.AttachmentNotFound, ErrorCodes.AttachmentNotFound, ErrorCodes.RequestInvalid, null,
            ErrorCodes.AttachmentNotFound, null,
        ];
        Assert.Equal(errors, results.Select(result => result.Error));
        Assert.Equal([1L, 2L], results.Select(result => result.Message?.Seq).OfType<long>());
        Assert.Equal(ErrorCodes.AttachmentNotFound, later.Error);
    }

    [Fact]
    public async Task A_message_takes_no_more_files_than_its_channel_says()
    {
        var world = await World.CreateAsync(host.First);
        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Channels.Where(channel => channel.Id == world.Channel.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(channel => channel.AttachmentMaxCount, 1)));
        using var visitor = world.VisitorClient();
        var one = (await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.PixelPng, "one.png")).Id;
        var two = (await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.PixelPng, "two.png")).Id;

        var tooMany = Assert.Single(await world.SendAsync(world.Item("") with { AttachmentIds = [one, two] }));
        var fine = Assert.Single(await world.SendAsync(world.Item("") with { AttachmentIds = [two] }));

        Assert.Equal(ErrorCodes.AttachmentTooMany, tooMany.Error);
        Assert.Equal([two], fine.Message!.Attachments.Select(file => file.Id));
    }

    [Fact]
    public async Task A_stranger_finds_no_file()
    {
        var world = await World.CreateAsync(host.First);
        var foreign = await World.CreateAsync(host.First);
        using var visitor = world.VisitorClient();
        using var staff = world.OperatorClient();
        var waiting = (await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.PixelPng, "photo.png")).Id;
        var note = (await UploadedAsync(staff, Operators, world.ConversationId, "for us"u8.ToArray(), "note.txt")).Id;
        var sent = Assert.Single(await world.SendAsync(world.Item("a note", world.AsOperator) with { AttachmentIds = [note] }));
        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync($"update message set kind = 'note' where id = {sent.Message!.Id}"));

        using var strangeVisitor = foreign.VisitorClient();
        using var strangeOperator = foreign.OperatorClient();
        Assert.Equal((HttpStatusCode.NotFound, ErrorCodes.ConversationNotFound),
            await RefusalAsync(await UploadAsync(strangeVisitor, Visitors, world.ConversationId, Samples.PixelPng, "x.png")));
        Assert.Equal((HttpStatusCode.NotFound, ErrorCodes.AttachmentNotFound), await RefusalAsync(await strangeVisitor.GetAsync($"{Visitors}/{waiting}")));
        Assert.Equal((HttpStatusCode.NotFound, ErrorCodes.AttachmentNotFound), await RefusalAsync(await strangeOperator.GetAsync($"{Operators}/{note}")));
        Assert.Equal((HttpStatusCode.NotFound, ErrorCodes.AttachmentNotFound), await RefusalAsync(await staff.GetAsync($"{Operators}/{waiting}")));
        Assert.Equal((HttpStatusCode.NotFound, ErrorCodes.AttachmentNotFound), await RefusalAsync(await visitor.GetAsync($"{Visitors}/{note}")));
        Assert.Empty(await AddressesAsync(visitor, Visitors, note));
        Assert.Equal("for us", await staff.GetStringAsync($"{Operators}/{note}"));
    }

    [Fact]
    public async Task A_file_that_is_given_up_or_forgotten_goes_and_a_sent_one_stays()
    {
        var world = await World.CreateAsync(host.First);
        using var visitor = world.VisitorClient();
        var sent = (await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.PixelPng, "sent.png")).Id;
        var dropped = (await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.PixelPng, "dropped.png")).Id;
        var forgotten = (await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.PixelPng, "forgotten.png")).Id;
        var fresh = (await UploadedAsync(visitor, Visitors, world.ConversationId, Samples.PixelPng, "fresh.png")).Id;
        await world.SendAsync(world.Item("") with { AttachmentIds = [sent] });
        await world.Api.WithAsync<SiteAccessDb, int>(db => db.Database.ExecuteSqlAsync(
            $"update attachment set created_at = now() - interval '25 hours' where id in ({sent}, {forgotten})"));

        await visitor.PostAsync($"{Visitors}/{dropped}/discard", null);
        await visitor.PostAsync($"{Visitors}/{sent}/discard", null);
        await world.Api.WithAsync<AttachmentSweeper, int>(sweeper => sweeper.SweepAsync(default));

        var left = await world.Api.WithAsync<SiteAccessDb, List<Guid>>(db => db.Attachments
            .Where(file => file.ConversationId == world.ConversationId).OrderBy(file => file.Id).Select(file => file.Id).ToListAsync());
        Assert.Equal([sent, fresh], left);
        Assert.Equal(2, await world.Api.WithAsync<SiteAccessDb, int>(
            db => db.Set<AttachmentPiece>().CountAsync(piece => left.Contains(piece.AttachmentId) || piece.AttachmentId == forgotten)));
    }

    [Fact]
    public async Task Operators_learn_what_their_channels_take()
    {
        var world = await World.CreateAsync(host.First);
        using var staff = world.OperatorClient();

        var channel = Assert.Single((await staff.GetFromJsonAsync<List<ChannelSummary>>("/api/v1/channels", WireJson.Options))!);

        Assert.Equal((AttachmentRules.DefaultMaxBytes, AttachmentRules.DefaultMaxCount), (channel.Attachments!.MaxBytes, channel.Attachments.MaxCount));
        Assert.Contains("image/png", channel.Attachments.Types);
    }

    static async Task<AttachmentView> UploadedAsync(
        HttpClient client, string route, Guid conversationId, byte[] content, string name, string type = "application/octet-stream")
    {
        var answer = await UploadAsync(client, route, conversationId, content, name, type);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<AttachmentView>(WireJson.Options))!;
    }

    static Task<HttpResponseMessage> UploadAsync(
        HttpClient client, string route, Guid conversationId, byte[] content, string name, string type = "application/octet-stream")
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        var form = new MultipartFormDataContent { { new StringContent("before the file"), "comment" }, { file, "file", name } };
        return client.PostAsync($"{route}?conversationId={conversationId}", form);
    }

    static StringContent CutOff()
    {
        var content = new StringContent("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nwords without an end");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=cut");
        return content;
    }

    static async Task<Dictionary<Guid, AttachmentAddress>> AddressesAsync(HttpClient client, string route, params Guid[] ids)
    {
        var answer = await client.PostAsJsonAsync($"{route}/addresses", new AskAttachmentAddresses(ids), WireJson.Options);
        return (await answer.Content.ReadFromJsonAsync<AttachmentAddresses>(WireJson.Options))!.Items.ToDictionary(address => address.Id);
    }

    static async Task<(HttpStatusCode, string?)> RefusalAsync(HttpResponseMessage answer) =>
        (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<ProblemView>(WireJson.Options))!.Code);
}
