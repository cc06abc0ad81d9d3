using SiteAccess.Contracts.Messages;

namespace SiteAccess.OperatorBlazor.Messages;

/// <summary>How far a message has got.</summary>
public enum Delivery
{
    /// <summary>On its way to Api.</summary>
    Sending,

    /// <summary>Refused, or unanswered.</summary>
    NotSent,

    /// <summary>Stored.</summary>
    Sent,

    /// <summary>Read by the visitor.</summary>
    Seen,
}

/// <summary>One bubble of a thread with its place in a group. Equal rows are drawn once.</summary>
/// <param name="Key">The client's id of the message: the same before and after it is stored.</param>
/// <param name="Sender">Who wrote it.</param>
/// <param name="SenderName">Their name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Body">The text.</param>
/// <param name="At">When it was written or stored, UTC.</param>
/// <param name="Delivery">How far it has got.</param>
public sealed record ThreadRow(
    Guid Key, SenderType Sender, string? SenderName, MessageKind Kind, string Body, DateTimeOffset At, Delivery Delivery)
{
    /// <summary>The day that begins with this row, if one does.</summary>
    public DateOnly? NewDay { get; init; }

    /// <summary>Whether it opens a group of one sender.</summary>
    public bool OpensGroup { get; init; }

    /// <summary>Whether it closes the group, and so carries the time.</summary>
    public bool ClosesGroup { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<AttachmentView> Attachments { get; init; } = [];

    /// <summary>Why it was not sent, as an error code.</summary>
    public string? Problem { get; init; }

    /// <summary>The message as it is stored; null while it is on its way.</summary>
    public MessageView? Message { get; init; }

    /// <summary>What it answers.</summary>
    public QuotedMessage? Quote { get; init; }

    /// <summary>Whether its author changed it.</summary>
    public bool IsEdited { get; init; }

    /// <summary>Whether its author deleted it.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Whether the operator of this circuit wrote it, and not too long ago to change it.</summary>
    public bool MayChange { get; init; }

    /// <summary>Whether it is for operators alone.</summary>
    public bool IsNote => Kind == MessageKind.Note;

    /// <summary>Whether it was written on this side of the counter.</summary>
    public bool IsOurs => Sender != SenderType.Visitor;

    /// <summary>Whether it is a row about the conversation rather than a bubble in it.</summary>
    public bool IsEvent => Kind == MessageKind.Event || Sender == SenderType.System;
}

/// <summary>How the people of a thread are called.</summary>
/// <param name="Visitor">The visitor.</param>
/// <param name="Me">The operator of this circuit.</param>
/// <param name="MyId">Their id.</param>
/// <param name="Now">The time, UTC.</param>
public sealed record ThreadNames(string Visitor, string Me, Guid MyId = default, DateTimeOffset Now = default);
