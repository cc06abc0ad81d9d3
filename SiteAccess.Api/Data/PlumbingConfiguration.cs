using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SiteAccess.Api.Data;

sealed class PlumbingConfiguration : IEntityTypeConfiguration<SystemSetting>, IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<SystemSetting> builder)
    {
        builder.HasKey(setting => setting.Name);
        builder.Property(setting => setting.Name).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.HasKey(key => key.FriendlyName);
        builder.Property(key => key.FriendlyName).HasMaxLength(200);
    }
}
