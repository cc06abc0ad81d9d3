using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Operators;
using SiteAccess.Api.Teams;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts.Conversations;

namespace SiteAccess.Api.Conversations;

sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.Property(conversation => conversation.Id).ValueGeneratedNever();
        builder.Property(conversation => conversation.Revision).HasDefaultValue(0L);
        builder.Property(conversation => conversation.Priority).HasDefaultValue(ConversationPriority.None);
        builder.HasOne<Channel>().WithMany().HasForeignKey(conversation => conversation.ChannelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Visitor>().WithMany().HasForeignKey(conversation => conversation.VisitorId);
        builder.HasOne<Operator>().WithMany().HasForeignKey(conversation => conversation.AssigneeId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Team>().WithMany().HasForeignKey(conversation => conversation.TeamId).OnDelete(DeleteBehavior.SetNull);
        AddIndexes(builder);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("ck_conversation_status", "status in ('open', 'pending', 'snoozed', 'resolved')");
            table.HasCheckConstraint("ck_conversation_priority", "priority in ('none', 'low', 'medium', 'high', 'urgent')");
            table.HasCheckConstraint("ck_conversation_snoozed", "snoozed_until is null or status = 'snoozed'");
            table.HasCheckConstraint("ck_conversation_unread", "unread_by_visitor >= 0 and unread_by_operators >= 0");
            table.HasCheckConstraint(
                "ck_conversation_positions",
                "visitor_delivered_seq between 0 and last_seq and visitor_read_seq between 0 and last_seq and " +
                "operator_delivered_seq between 0 and last_seq and operator_read_seq between 0 and last_seq");
        });
    }

    /// <summary>
    /// The inbox reads each (channel, status) as one run of an index and merges the runs, so a page costs the same whatever
    /// the filter. Conversations without a message are in no inbox. No index names a column that every message changes: Postgres
    /// then updates the row in place (a heap-only tuple) and leaves the indexes alone.
    /// </summary>
    static void AddIndexes(EntityTypeBuilder<Conversation> builder)
    {
        builder.HasIndex(conversation => new { conversation.ChannelId, conversation.Status, conversation.LastActivityAt, conversation.Id })
            .HasDatabaseName("ix_conversation_inbox").HasFilter("begun_at is not null");
        builder.HasIndex(conversation => new { conversation.ChannelId, conversation.Status, conversation.AssigneeId, conversation.LastActivityAt, conversation.Id })
            .HasDatabaseName("ix_conversation_inbox_assignee").HasFilter("begun_at is not null");
        builder.HasIndex(conversation => new { conversation.ChannelId, conversation.Status, conversation.Priority, conversation.LastActivityAt, conversation.Id })
            .HasDatabaseName("ix_conversation_inbox_priority").HasFilter("begun_at is not null and priority <> 'none'");
        builder.HasIndex(conversation => conversation.AssigneeId);
        builder.HasIndex(conversation => conversation.AssigneeId, "ix_conversation_open_of_assignee")
            .HasDatabaseName("ix_conversation_open_of_assignee").HasFilter("status = 'open' and assignee_id is not null and begun_at is not null");
        builder.HasIndex(conversation => new { conversation.TeamId, conversation.ChannelId, conversation.Status })
            .HasFilter("team_id is not null");
        builder.HasIndex(conversation => conversation.MentionIds).HasMethod("gin").HasFilter("mention_ids is not null");
        builder.HasIndex(conversation => conversation.SnoozedUntil).HasFilter("snoozed_until is not null");
        builder.HasIndex(conversation => new { conversation.VisitorId, conversation.CreatedAt });

        // Two tabs that begin at once begin the same conversation.
        builder.HasIndex(conversation => conversation.VisitorId)
            .HasDatabaseName("ux_conversation_empty").IsUnique().HasFilter("begun_at is null");
    }
}
