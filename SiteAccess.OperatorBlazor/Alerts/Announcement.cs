namespace SiteAccess.OperatorBlazor.Alerts;

/// <summary>Something new, as it is told.</summary>
/// <param name="ConversationId">Where it was said.</param>
/// <param name="Seq">Its position there.</param>
/// <param name="Name">The visitor's name.</param>
/// <param name="Body">The first words.</param>
public sealed record Announcement(Guid ConversationId, long Seq, string Name, string Body);
