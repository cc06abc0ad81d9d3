namespace SiteAccess.OperatorBlazor.Keyboard;

/// <summary>What a shortcut is about.</summary>
public enum ShortcutGroup
{
    /// <summary>Getting about.</summary>
    Moving,

    /// <summary>The open conversation.</summary>
    Conversation,

    /// <summary>Writing.</summary>
    Writing,
}

/// <summary>A key and what it does.</summary>
/// <param name="Name">
/// The <c>data-shortcut</c> of the element that it presses; a few are carried out by <c>wwwroot/js/keyboard.js</c> itself.
/// </param>
/// <param name="Code">
/// The key's place on the keyboard (<c>KeyboardEvent.code</c>, the same on every layout), after "Mod+" (Ctrl, or Cmd on a Mac) or
/// "Shift+"; null where something else listens to it and it is only to be known.
/// </param>
/// <param name="Keys">What is printed on it, apart by spaces; "Mod" is said in the words of the system.</param>
/// <param name="Group">What it is about.</param>
public sealed record Shortcut(string Name, string? Code, string Keys, ShortcutGroup Group);

/// <summary>Every shortcut. The sheet is drawn from it, and the browser binds what the sheet shows.</summary>
public static class Shortcuts
{
    /// <summary>All of them, in the order of the sheet.</summary>
    public static readonly Shortcut[] All =
    [
        new("next", "KeyJ", "J", ShortcutGroup.Moving),
        new("previous", "KeyK", "K", ShortcutGroup.Moving),
        new("row-down", "ArrowDown", "↓", ShortcutGroup.Moving),
        new("row-up", "ArrowUp", "↑", ShortcutGroup.Moving),
        new("search", "Slash", "/", ShortcutGroup.Moving),
        new("palette", "Mod+KeyK", "Mod K", ShortcutGroup.Moving),
        new("sheet", "Shift+Slash", "?", ShortcutGroup.Moving),
        new("close", null, "Esc", ShortcutGroup.Moving),
        new("resolve", "KeyE", "E", ShortcutGroup.Conversation),
        new("snooze", "KeyS", "S", ShortcutGroup.Conversation),
        new("assign", "KeyA", "A", ShortcutGroup.Conversation),
        new("reply", "KeyR", "R", ShortcutGroup.Writing),
        new("note", "KeyN", "N", ShortcutGroup.Writing),
        new("canned", "KeyC", "C", ShortcutGroup.Writing),
        new("send", null, "Enter", ShortcutGroup.Writing),
        new("line", null, "Shift Enter", ShortcutGroup.Writing),
    ];
}
