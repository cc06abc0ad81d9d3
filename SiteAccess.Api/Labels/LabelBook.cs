using Microsoft.EntityFrameworkCore;
using Npgsql;
using SiteAccess.Api.Data;
using SiteAccess.Contracts.Errors;
using SiteAccess.Contracts.Labels;

namespace SiteAccess.Api.Labels;

/// <summary>The labels of the installation.</summary>
sealed class LabelBook(SiteAccessDb db, TimeProvider clock)
{
    public Task<List<LabelView>> ListAsync(CancellationToken cancellation) => db.Labels.AsNoTracking()
        .OrderBy(label => label.NormalizedName)
        .Select(label => new LabelView(label.Id, label.Name, label.Color))
        .ToListAsync(cancellation);

    /// <summary>The new label, or the error code of why not.</summary>
    public async Task<(LabelView? Label, string? Error)> AddAsync(SaveLabel request, CancellationToken cancellation)
    {
        if (await db.Labels.CountAsync(cancellation) >= LabelRules.MaxLabels)
            return (null, ErrorCodes.RequestInvalid);
        var now = clock.Now();
        var label = new Label
        {
            Id = Guid.CreateVersion7(now),
            Name = request.Name.Trim(),
            NormalizedName = Label.Normalize(request.Name),
            Color = request.Color,
            CreatedAt = now,
        };
        db.Labels.Add(label);
        return await SaveAsync(label, cancellation);
    }

    /// <summary>The changed label, or the error code of why not.</summary>
    public async Task<(LabelView? Label, string? Error)> ChangeAsync(Guid id, SaveLabel request, CancellationToken cancellation)
    {
        if (await db.Labels.SingleOrDefaultAsync(label => label.Id == id, cancellation) is not { } label)
            return (null, ErrorCodes.LabelNotFound);
        (label.Name, label.NormalizedName, label.Color) = (request.Name.Trim(), Label.Normalize(request.Name), request.Color);
        return await SaveAsync(label, cancellation);
    }

    /// <summary>Takes a label off every conversation and away; false when there is none.</summary>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellation) =>
        await db.Labels.Where(label => label.Id == id).ExecuteDeleteAsync(cancellation) > 0;

    async Task<(LabelView? Label, string? Error)> SaveAsync(Label label, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return (label.ToView(), null);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return (null, ErrorCodes.LabelTaken);
        }
    }
}
