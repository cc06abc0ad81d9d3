using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SiteAccess.Contracts.Operators;

namespace SiteAccess.Api.Operators;

sealed class OperatorConfiguration : IEntityTypeConfiguration<Operator>, IEntityTypeConfiguration<OperatorSession>
{
    public void Configure(EntityTypeBuilder<Operator> builder)
    {
        builder.Property(person => person.Id).ValueGeneratedNever();
        builder.Property(person => person.Name).HasMaxLength(200);
        builder.Property(person => person.Role).HasMaxLength(20);
        builder.Property(person => person.UserName).HasMaxLength(256).IsRequired();
        builder.Property(person => person.NormalizedUserName).HasMaxLength(256).IsRequired();
        builder.Property(person => person.Email).HasMaxLength(256).IsRequired();
        builder.Property(person => person.NormalizedEmail).HasMaxLength(256).IsRequired();
        builder.Property(person => person.ConcurrencyStamp).IsConcurrencyToken();
        builder.Ignore(person => person.PhoneNumber);
        builder.Ignore(person => person.PhoneNumberConfirmed);
        builder.HasIndex(person => person.NormalizedEmail).IsUnique();
        builder.HasIndex(person => person.NormalizedUserName).IsUnique();
        builder.Property(person => person.State).HasDefaultValue(OperatorState.Online);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("ck_operator_role", "role in ('admin', 'supervisor', 'operator')");
            table.HasCheckConstraint("ck_operator_state", "state in ('online', 'busy', 'offline')");
        });
    }

    public void Configure(EntityTypeBuilder<OperatorSession> builder)
    {
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.UserAgent).HasMaxLength(500);
        builder.Property(session => session.Address).HasMaxLength(64);
        builder.HasIndex(session => session.SecretHash).IsUnique();
        builder.HasIndex(session => session.OperatorId);
        builder.HasIndex(session => session.ExpiresAt);
        builder.HasOne<Operator>().WithMany().HasForeignKey(session => session.OperatorId);
        builder.ToTable(table => table.HasCheckConstraint(
            "ck_operator_session_hashes", "octet_length(secret_hash) = 32 and octet_length(rotation_hash) = 32"));
    }
}
