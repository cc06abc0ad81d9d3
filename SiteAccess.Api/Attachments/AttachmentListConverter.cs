using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SiteAccess.Contracts;
using SiteAccess.Contracts.Messages;

namespace SiteAccess.Api.Attachments;

/// <summary>A message's files as one JSON value in its row.</summary>
sealed class AttachmentListConverter() : ValueConverter<IReadOnlyList<AttachmentView>?, string?>(files => Write(files), json => Read(json))
{
    public static string? Write(IReadOnlyList<AttachmentView>? files) => files is null ? null : JsonSerializer.Serialize(files, WireJson.Options);

    public static IReadOnlyList<AttachmentView>? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<AttachmentView[]>(json, WireJson.Options);
}

/// <summary>Two lists are the same when they name the same files.</summary>
sealed class AttachmentListComparer() : ValueComparer<IReadOnlyList<AttachmentView>?>(
    (one, other) => AttachmentListConverter.Write(one) == AttachmentListConverter.Write(other),
    files => files == null ? 0 : files.Count,
    files => files);
