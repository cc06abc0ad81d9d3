using Microsoft.AspNetCore.Components;
using SiteAccess.Contracts.Messages;
using SiteAccess.OperatorBlazor.Messages;

namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>The events that our own scripts raise on elements (registered in <c>wwwroot/js/desk.js</c>).</summary>
[EventHandler("ondeskstate", typeof(DeskStateEventArgs))]
[EventHandler("oncomposersend", typeof(ComposerSendEventArgs))]
[EventHandler("oncomposeredit", typeof(ComposerEditEventArgs))]
[EventHandler("oncomposerleave", typeof(EventArgs))]
[EventHandler("oncomposertyping", typeof(ComposerTypingEventArgs))]
[EventHandler("onthreadscroll", typeof(ThreadScrollEventArgs))]
[EventHandler("onlistend", typeof(EventArgs))]
[EventHandler("onpaletteopen", typeof(EventArgs))]
[EventHandler("onzonechosen", typeof(ZoneChosenEventArgs))]
public static class EventHandlers;

/// <summary>The page is looked at, or not any more.</summary>
public sealed class DeskStateEventArgs : EventArgs
{
    /// <summary>Whether it is.</summary>
    public bool HasAttention { get; set; }

    /// <summary>Messages that the browser does not know to be stored; told again whenever the line is back.</summary>
    public Outgoing[] Unsent { get; set; } = [];
}

/// <summary>Somebody sent what stood in the composer.</summary>
public sealed class ComposerSendEventArgs : EventArgs
{
    /// <summary>The message's id, made in the browser and kept there until it is stored.</summary>
    public Guid ClientMessageId { get; set; }

    /// <summary>The text.</summary>
    public string Body { get; set; } = "";

    /// <summary>Uploaded files that go with it.</summary>
    public AttachmentView[] Attachments { get; set; } = [];

    /// <summary>Note, or text when left out.</summary>
    public MessageKind? Kind { get; set; }

    /// <summary>In a note: the colleagues whom it calls.</summary>
    public Guid[]? MentionIds { get; set; }

    /// <summary>The message that it answers.</summary>
    public long? ReplyToSeq { get; set; }
}

/// <summary>Somebody has written their message anew.</summary>
public sealed class ComposerEditEventArgs : EventArgs
{
    /// <summary>The text.</summary>
    public string Body { get; set; } = "";

    /// <summary>In a note: the colleagues whom it calls now.</summary>
    public Guid[]? MentionIds { get; set; }
}

/// <summary>Somebody writes, or has stopped.</summary>
public sealed class ComposerTypingEventArgs : EventArgs
{
    /// <summary>Whether they write.</summary>
    public bool IsTyping { get; set; }
}

/// <summary>Where a thread stands.</summary>
public sealed class ThreadScrollEventArgs : EventArgs
{
    /// <summary>Whether its newest message is in view.</summary>
    public bool IsAtBottom { get; set; }

    /// <summary>Whether its oldest one is.</summary>
    public bool IsAtTop { get; set; }
}

/// <summary>Dates and times are wanted in another zone.</summary>
public sealed class ZoneChosenEventArgs : EventArgs
{
    /// <summary>Its IANA name.</summary>
    public string Zone { get; set; } = "";
}
