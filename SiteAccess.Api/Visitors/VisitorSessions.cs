using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Access;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Data;
using SiteAccess.Api.Presence;
using SiteAccess.Contracts.Channels;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Visitors;
using SiteAccess.ServiceDefaults.Access;

namespace SiteAccess.Api.Visitors;

/// <summary>Makes the answer to a visitor's arrival.</summary>
sealed class VisitorSessions(SiteAccessDb db, TokenMint mint, ChannelStatuses statuses, PublicUrls urls)
{
    public async Task<VisitorSession> OpenAsync(Channel channel, Arrived arrived, string? origin, CancellationToken cancellation)
    {
        var visitor = arrived.Visitor;
        var token = mint.Visitor(visitor.Id, channel.Id, VisitorNaming.Display(visitor.Id, visitor.Name), origin);
        var epoch = await db.Settings.Where(setting => setting.Name == SystemSetting.Epoch).Select(setting => setting.Value).SingleAsync(cancellation);
        return new VisitorSession(
            visitor.Id,
            arrived.NewKey,
            token.Value,
            token.ExpiresAt,
            epoch,
            urls.Realtime,
            new WidgetChannel(
                channel.Id,
                channel.Name,
                await statuses.GetAsync(channel.Id, cancellation),
                new ChannelFeatures(
                    Attachments: channel.Attachments is not null, AudioCalls: false, VideoCalls: false, DraftPreview: channel.ShowsDrafts ? true : null),
                channel.Accent,
                channel.Attachments),
            await CurrentConversationAsync(visitor.Id, cancellation));
    }

    // Where something was said last, a resolved one too: its history stays, and the next message reopens it.
    Task<VisitorConversation?> CurrentConversationAsync(Guid visitorId, CancellationToken cancellation) => db.Conversations
        .Where(conversation => conversation.VisitorId == visitorId)
        .OrderByDescending(conversation => conversation.LastActivityAt).ThenByDescending(conversation => conversation.CreatedAt)
        .Select(conversation => new VisitorConversation(
            conversation.Id, conversation.Status, conversation.LastSeq, conversation.UnreadByVisitor, conversation.OperatorReadSeq))
        .FirstOrDefaultAsync(cancellation);
}
