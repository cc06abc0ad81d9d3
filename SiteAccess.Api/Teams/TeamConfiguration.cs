using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SiteAccess.Api.Operators;

namespace SiteAccess.Api.Teams;

sealed class TeamConfiguration : IEntityTypeConfiguration<Team>, IEntityTypeConfiguration<TeamMember>
{
    public const string OneOfName = "ux_team_name";

    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.Property(team => team.Id).ValueGeneratedNever();
        builder.Property(team => team.Name).HasMaxLength(Team.MaxName);
        builder.HasIndex(team => team.Name).IsUnique().HasDatabaseName(OneOfName);
        builder.ToTable(table => table.HasCheckConstraint("ck_team_name", "name <> ''"));
    }

    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.HasKey(member => new { member.TeamId, member.OperatorId });
        builder.HasIndex(member => member.OperatorId);
        builder.HasOne<Team>().WithMany().HasForeignKey(member => member.TeamId);
        builder.HasOne<Operator>().WithMany().HasForeignKey(member => member.OperatorId);
    }
}
