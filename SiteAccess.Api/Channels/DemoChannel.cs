using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SiteAccess.Api.Access;
using SiteAccess.Api.Data;
using SiteAccess.Api.Operators;

namespace SiteAccess.Api.Channels;

/// <summary>Development: the channel of the demo page, whose origin may be another at every start.</summary>
sealed class DemoChannel(SiteAccessDb db, IOptions<SetupOptions> options, ILookupNormalizer normalizer, TimeProvider clock) : ISeed
{
    public async Task LayAsync(CancellationToken cancellation)
    {
        if (options.Value is not { DemoChannelKey: { Length: > 0 } key, DemoOrigin: { Length: > 0 } origin })
            return;

        var channel = await db.Channels.SingleOrDefaultAsync(channel => channel.Key == key, cancellation) ?? Create(key);
        channel.AllowedOrigins = [origin.TrimEnd('/')];
        await AddMemberAsync(channel.Id, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    Channel Create(string key)
    {
        var channel = new Channel
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = "Northside Cycles", Key = key, Secret = Secret.New(), CreatedAt = clock.Now(),
        };
        db.Channels.Add(channel);
        return channel;
    }

    async Task AddMemberAsync(Guid channelId, CancellationToken cancellation)
    {
        var email = normalizer.NormalizeEmail(options.Value.OperatorEmail);
        var owner = await db.Operators.SingleOrDefaultAsync(person => person.NormalizedEmail == email, cancellation);
        if (owner is null || await db.ChannelMembers.AnyAsync(member => member.ChannelId == channelId && member.OperatorId == owner.Id, cancellation))
            return;
        db.ChannelMembers.Add(new ChannelMember { ChannelId = channelId, OperatorId = owner.Id, CreatedAt = clock.Now() });
    }
}
