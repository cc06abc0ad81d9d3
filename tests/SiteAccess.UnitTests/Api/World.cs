using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using SiteAccess.Api.Access;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Data;
using SiteAccess.Api.Messages;
using SiteAccess.Api.Operators;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts.Internal;
using SiteAccess.Contracts.Messages;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.UnitTests.Api;

/// <summary>A channel with an operator and a visitor in a conversation, made for one test.</summary>
sealed class World
{
    public const string Origin = "https://shop.example";

    World(ApiHost.Node api) => Api = api;

    public ApiHost.Node Api { get; }

    public Channel Channel { get; private set; } = null!;

    public Operator Operator { get; private set; } = null!;

    public Visitor Visitor { get; private set; } = null!;

    public Guid ConversationId { get; private set; }

    public Actor AsVisitor => new(SenderType.Visitor, Visitor.Id);

    public Actor AsOperator => new(SenderType.Operator, Operator.Id);

    public static async Task<World> CreateAsync(ApiHost.Node api)
    {
        var world = new World(api);
        await api.WithAsync<SiteAccessDb, int>(db =>
        {
            var now = DateTimeOffset.UtcNow;
            world.Channel = NewChannel(now);
            world.Operator = NewOperator(now);
            world.Visitor = NewVisitor(world.Channel.Id, now);
            db.AddRange(world.Channel, world.Operator, world.Visitor);
            db.Add(new ChannelMember { ChannelId = world.Channel.Id, OperatorId = world.Operator.Id, CreatedAt = now });
            return db.SaveChangesAsync();
        });
        world.ConversationId = await world.BeginAsync(world.Visitor);
        return world;
    }

    public async Task<Guid> BeginAsync(Visitor visitor)
    {
        var now = DateTimeOffset.UtcNow;
        var conversation = new Conversation
        {
            Id = Guid.CreateVersion7(), ChannelId = visitor.ChannelId, VisitorId = visitor.Id, CreatedAt = now, LastActivityAt = now,
        };
        await Api.WithAsync<SiteAccessDb, int>(db =>
        {
            db.Add(conversation);
            return db.SaveChangesAsync();
        });
        return conversation.Id;
    }

    public async Task<Visitor> AddVisitorAsync()
    {
        var visitor = NewVisitor(Channel.Id, DateTimeOffset.UtcNow);
        await Api.WithAsync<SiteAccessDb, int>(db =>
        {
            db.Add(visitor);
            return db.SaveChangesAsync();
        });
        return visitor;
    }

    public async Task<Operator> AddOperatorAsync(string name)
    {
        var now = DateTimeOffset.UtcNow;
        var person = NewOperator(now);
        person.Name = name;
        await Api.WithAsync<SiteAccessDb, int>(db =>
        {
            db.AddRange(person, new ChannelMember { ChannelId = Channel.Id, OperatorId = person.Id, CreatedAt = now });
            return db.SaveChangesAsync();
        });
        return person;
    }

    public SendItem Item(string body, Actor? actor = null, Guid? clientMessageId = null, Guid? conversationId = null) =>
        new(actor ?? AsVisitor, conversationId ?? ConversationId, clientMessageId ?? Guid.NewGuid(), body);

    public Task<IReadOnlyList<SendResult>> SendAsync(params SendItem[] items) => SendAsync(Api, items);

    public static Task<IReadOnlyList<SendResult>> SendAsync(ApiHost.Node api, params SendItem[] items) =>
        api.WithAsync<MessageIntake, IReadOnlyList<SendResult>>(intake => intake.SendAsync(items, default));

    /// <summary>The conversation as the database has it.</summary>
    public Task<Conversation> ReloadAsync() =>
        Api.WithAsync<SiteAccessDb, Conversation>(async db => (await db.Conversations.FindAsync(ConversationId))!);

    public HttpClient VisitorClient() => Client(mint => mint.Visitor(Visitor.Id, Channel.Id, null, Origin));

    public HttpClient OperatorClient() => Client(mint => mint.Operator(Operator.Id, Operator.Name, Operator.Role, Guid.NewGuid()));

    /// <summary>One more operator who answers the same channel.</summary>
    public async Task<Operator> AddColleagueAsync()
    {
        var colleague = NewOperator(DateTimeOffset.UtcNow);
        await Api.WithAsync<SiteAccessDb, int>(db =>
        {
            db.Add(colleague);
            db.Add(new ChannelMember { ChannelId = Channel.Id, OperatorId = colleague.Id, CreatedAt = DateTimeOffset.UtcNow });
            return db.SaveChangesAsync();
        });
        return colleague;
    }

    public HttpClient ClientOf(Operator person, string? role = null) =>
        Client(mint => mint.Operator(person.Id, person.Name, role ?? person.Role, Guid.NewGuid()));

    public HttpClient ServiceClient() => Client(mint => mint.Service("tests"));

    HttpClient Client(Func<TokenMint, AccessToken> mint)
    {
        var client = Api.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", mint(Api.Services.GetRequiredService<TokenMint>()).Value);
        return client;
    }

    static Channel NewChannel(DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(), Name = "Shop", Key = $"shop-{Guid.NewGuid():N}", Secret = Secret.New(), AllowedOrigins = [Origin], CreatedAt = now,
    };

    static Operator NewOperator(DateTimeOffset now)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        return new Operator
        {
            Id = Guid.CreateVersion7(), Name = "Olga", Role = "operator", CreatedAt = now, UserName = email, NormalizedUserName = email.ToUpperInvariant(),
            Email = email, NormalizedEmail = email.ToUpperInvariant(), LockoutEnabled = true, SecurityStamp = "stamp",
        };
    }

    static Visitor NewVisitor(Guid channelId, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(), ChannelId = channelId, FirstSeenAt = now, LastSeenAt = now };
}
