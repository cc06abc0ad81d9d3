using Microsoft.EntityFrameworkCore;
using SiteAccess.Api.Attachments;
using SiteAccess.Api.CannedResponses;
using SiteAccess.Api.Channels;
using SiteAccess.Api.Conversations;
using SiteAccess.Api.Labels;
using SiteAccess.Api.Messages;
using SiteAccess.Api.Operators;
using SiteAccess.Api.Outbox;
using SiteAccess.Api.SavedFilters;
using SiteAccess.Api.Teams;
using SiteAccess.Api.Visitors;
using SiteAccess.Contracts.Conversations;
using SiteAccess.Contracts.Messages;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.Api.Data;

/// <summary>The database. Tables and columns are the class and property names in snake_case.</summary>
sealed class SiteAccessDb(DbContextOptions<SiteAccessDb> options) : DbContext(options)
{
    public DbSet<Channel> Channels => Set<Channel>();

    public DbSet<ChannelMember> ChannelMembers => Set<ChannelMember>();

    public DbSet<Operator> Operators => Set<Operator>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();

    public DbSet<OperatorSession> OperatorSessions => Set<OperatorSession>();

    public DbSet<Visitor> Visitors => Set<Visitor>();

    public DbSet<VisitorPageView> VisitorPageViews => Set<VisitorPageView>();

    public DbSet<VisitorKey> VisitorKeys => Set<VisitorKey>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<CannedResponse> CannedResponses => Set<CannedResponse>();

    public DbSet<Label> Labels => Set<Label>();

    public DbSet<ConversationLabel> ConversationLabels => Set<ConversationLabel>();

    public DbSet<SavedFilter> SavedFilters => Set<SavedFilter>();

    public DbSet<OutboxBatch> Outbox => Set<OutboxBatch>();

    public DbSet<SystemSetting> Settings => Set<SystemSetting>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<ConversationStatus>().HaveConversion<WordConverter<ConversationStatus>>().HaveMaxLength(16);
        configurationBuilder.Properties<ConversationPriority>().HaveConversion<WordConverter<ConversationPriority>>().HaveMaxLength(16);
        configurationBuilder.Properties<SenderType>().HaveConversion<WordConverter<SenderType>>().HaveMaxLength(16);
        configurationBuilder.Properties<OperatorState>().HaveConversion<WordConverter<OperatorState>>().HaveMaxLength(16);
        configurationBuilder.Properties<MessageKind>().HaveConversion<WordConverter<MessageKind>>().HaveMaxLength(16);
        configurationBuilder.Conventions.Add(_ => new SnakeCaseNames());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SiteAccessDb).Assembly);
}
