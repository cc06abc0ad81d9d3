using SiteAccess.Api.Data;

namespace SiteAccess.Api.Channels;

static class ChannelQueries
{
    /// <summary>The channels whose visitors an operator answers.</summary>
    public static IQueryable<Channel> ChannelsOf(this SiteAccessDb db, Guid operatorId) =>
        db.Channels.Where(channel => db.ChannelMembers.Any(member => member.ChannelId == channel.Id && member.OperatorId == operatorId));
}
