namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>The icons of the app.</summary>
public enum IconName
{
    /// <summary>A tray of letters: the inbox.</summary>
    Inbox,

    /// <summary>A paper plane.</summary>
    Send,

    /// <summary>A tick: sent, done.</summary>
    Check,

    /// <summary>Two ticks: seen.</summary>
    Seen,

    /// <summary>Opens a menu.</summary>
    Down,

    /// <summary>Back to the pane before.</summary>
    Back,

    /// <summary>An arrow down: newer messages.</summary>
    ToNewest,

    /// <summary>The side panel.</summary>
    Panel,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A clock: waiting, sending.</summary>
    Clock,

    /// <summary>Something is wrong.</summary>
    Alert,

    /// <summary>Something to know.</summary>
    Info,

    /// <summary>The light theme.</summary>
    Sun,

    /// <summary>The dark theme.</summary>
    Moon,

    /// <summary>The theme of the system.</summary>
    Screen,

    /// <summary>Languages.</summary>
    Globe,

    /// <summary>Sign out.</summary>
    Leave,

    /// <summary>Try again; reopen.</summary>
    Again,

    /// <summary>Close.</summary>
    Close,

    /// <summary>E-mail.</summary>
    Mail,

    /// <summary>A page of the site.</summary>
    Page,

    /// <summary>A browser window.</summary>
    Browser,

    /// <summary>Speech bubbles.</summary>
    Talk,

    /// <summary>A calendar: first seen.</summary>
    Calendar,

    /// <summary>Go anywhere, do anything: the palette.</summary>
    Command,

    /// <summary>A keyboard.</summary>
    Keyboard,

    /// <summary>Preferences.</summary>
    Sliders,
    /// <summary>Sliders: settings.</summary>
    Settings,

    /// <summary>Two people: visitors on the site.</summary>
    People,

    /// <summary>A barred circle: blocked.</summary>
    Block,
    /// <summary>An arrow back: reply.</summary>
    Reply,

    /// <summary>A pencil: edit.</summary>
    Edit,

    /// <summary>A bin: delete.</summary>
    Trash,

    /// <summary>A slip of paper: a private note.</summary>
    Note,

    /// <summary>A plus: add.</summary>
    Plus,

    /// <summary>A face: emoji.</summary>
    Smile,
    /// <summary>A magnifying glass.</summary>
    Search,

    /// <summary>A label.</summary>
    Label,

    /// <summary>A flag: priority.</summary>
    Flag,

    /// <summary>A moon over a clock: put off.</summary>
    Snooze,

    /// <summary>An eye: somebody looks.</summary>
    Eye,

    /// <summary>A funnel: filter.</summary>
    Filter,

    /// <summary>A bookmark: kept.</summary>
    Keep,

    /// <summary>A box with a tick: several at once.</summary>
    Select,

    /// <summary>A plus: one more.</summary>
    Add,
    /// <summary>A paper-clip: files.</summary>
    Clip,

    /// <summary>A pen: change it.</summary>
    Pen,
}

/// <summary>How they are drawn.</summary>
static class IconPaths
{
    public static string For(IconName name) => name switch
    {
        IconName.Inbox => """<path d="M3 11.5 5 4.6A1.5 1.5 0 0 1 6.4 3.5h7.2A1.5 1.5 0 0 1 15 4.6l2 6.9v3.5a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15z"/><path d="M3 11.5h3.8l1.2 2h4l1.2-2H17"/>""",
        IconName.Send => """<path d="M3.4 4.1 16.9 10 3.4 15.9l1.8-5.9z"/><path d="M5.2 10h5.3"/>""",
        IconName.Check => """<path d="m4.5 10.5 3.5 3.5 7.5-8"/>""",
        IconName.Seen => """<path d="m2 10.5 3.5 3.5L12.5 6"/><path d="m9.5 13 1 1L18 6"/>""",
        IconName.Down => """<path d="m6 8 4 4 4-4"/>""",
        IconName.Back => """<path d="m12 4.5-5.5 5.5 5.5 5.5"/>""",
        IconName.ToNewest => """<path d="M10 4v12"/><path d="m5.5 11.5 4.5 4.5 4.5-4.5"/>""",
        IconName.Panel => """<rect x="3" y="4" width="14" height="12" rx="2"/><path d="M12.5 4v12"/>""",
        IconName.Person => """<circle cx="10" cy="7" r="3"/><path d="M4 16.5c.8-2.8 3.1-4.2 6-4.2s5.2 1.4 6 4.2"/>""",
        IconName.Clock => """<circle cx="10" cy="10" r="6.8"/><path d="M10 6.2V10l2.5 1.6"/>""",
        IconName.Alert => """<path d="M10 3.6 17.2 16H2.8z"/><path d="M10 8.3v3.4"/><path d="M10 13.9v.01"/>""",
        IconName.Info => """<circle cx="10" cy="10" r="6.8"/><path d="M10 9.3v4"/><path d="M10 6.7v.01"/>""",
        IconName.Sun => """<circle cx="10" cy="10" r="3.2"/><path d="M10 2.5v1.7M10 15.8v1.7M2.5 10h1.7M15.8 10h1.7M4.7 4.7l1.2 1.2M14.1 14.1l1.2 1.2M4.7 15.3l1.2-1.2M14.1 5.9l1.2-1.2"/>""",
        IconName.Moon => """<path d="M16.4 12.1A6.9 6.9 0 0 1 7.9 3.6a6.9 6.9 0 1 0 8.5 8.5z"/>""",
        IconName.Screen => """<rect x="2.8" y="4" width="14.4" height="9.5" rx="1.5"/><path d="M7 16.5h6M10 13.5v3"/>""",
        IconName.Globe => """<circle cx="10" cy="10" r="6.8"/><path d="M3.2 10h13.6M10 3.2c2 2 3 4.2 3 6.8s-1 4.8-3 6.8c-2-2-3-4.2-3-6.8s1-4.8 3-6.8z"/>""",
        IconName.Leave => """<path d="M8.5 3.5H5A1.5 1.5 0 0 0 3.5 5v10A1.5 1.5 0 0 0 5 16.5h3.5"/><path d="M12.5 6.5 16 10l-3.5 3.5M16 10H8"/>""",
        IconName.Again => """<path d="M16 10a6 6 0 1 1-1.9-4.4L16 7.5"/><path d="M16 3.8v3.7h-3.7"/>""",
        IconName.Close => """<path d="m5.5 5.5 9 9M14.5 5.5l-9 9"/>""",
        IconName.Mail => """<rect x="3" y="4.5" width="14" height="11" rx="1.5"/><path d="m3.5 6 6.5 5 6.5-5"/>""",
        IconName.Page => """<path d="M11.5 3H6a1.5 1.5 0 0 0-1.5 1.5v11A1.5 1.5 0 0 0 6 17h8a1.5 1.5 0 0 0 1.5-1.5V7z"/><path d="M11.5 3v4h4"/>""",
        IconName.Browser => """<rect x="3" y="4" width="14" height="12" rx="1.5"/><path d="M3 7.5h14M5.5 5.8v.01M7.5 5.8v.01"/>""",
        IconName.Talk => """<path d="M3 5.5A1.5 1.5 0 0 1 4.5 4h7A1.5 1.5 0 0 1 13 5.5v4a1.5 1.5 0 0 1-1.5 1.5H6.5L3 13.5z"/><path d="M15.5 8A1.5 1.5 0 0 1 17 9.5V17l-3-2.5H9.5A1.5 1.5 0 0 1 8 13"/>""",
        IconName.Calendar => """<rect x="3" y="4.5" width="14" height="12" rx="1.5"/><path d="M3 8.5h14M7 2.8v3.2M13 2.8v3.2"/>""",
        IconName.Command => """<path d="m4 6 4 4-4 4"/><path d="M10 14.5h6"/>""",
        IconName.Keyboard => """<rect x="2.5" y="5" width="15" height="10" rx="1.5"/><path d="M5.5 8v.01M8.5 8v.01M11.5 8v.01M14.5 8v.01M5.5 12v.01M14.500 12v.01M8 12h4"/>""",
        IconName.Sliders => """<path d="M3 6.500h7.500M14.500 6.500H17M3 13.500h2.500M9.500 13.500H17"/><circle cx="12.500" cy="6.500" r="2"/><circle cx="7.500" cy="13.500" r="2"/>""",
        IconName.Settings => """<path d="M3 6.5h8M15 6.5h2M3 13.5h2M9 13.5h8"/><circle cx="13" cy="6.5" r="2"/><circle cx="7" cy="13.5" r="2"/>""",
        IconName.People => """<circle cx="7.5" cy="7" r="2.8"/><path d="M2.5 16c.6-2.6 2.5-3.9 5-3.9s4.4 1.3 5 3.9"/><path d="M13 4.6a2.6 2.6 0 0 1 0 4.9M14.5 12.4c1.6.5 2.6 1.7 3 3.6"/>""",
        IconName.Block => """<circle cx="10" cy="10" r="6.8"/><path d="m5.3 5.3 9.4 9.4"/>""",
        IconName.Reply => """<path d="M8 5 3.5 9.5 8 14"/><path d="M3.5 9.5H12a4.5 4.5 0 0 1 4.5 4.5v1"/>""",
        IconName.Edit => """<path d="m4 16 .8-3.4 8.6-8.6 2.6 2.6-8.6 8.6z"/><path d="m11.5 5.9 2.6 2.6"/>""",
        IconName.Trash => """<path d="M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10M8.5 9v4M11.5 9v4"/>""",
        IconName.Note => """<path d="M4 4h12v8l-4 4H4z"/><path d="M16 12h-4v4M7 8h6M7 11h3"/>""",
        IconName.Plus => """<path d="M10 4v12M4 10h12"/>""",
        IconName.Smile => """<circle cx="10" cy="10" r="6.8"/><path d="M7 11.8c.7 1.1 1.7 1.7 3 1.7s2.3-.6 3-1.7M7.6 8v.01M12.4 8v.01"/>""",
        IconName.Search => """<circle cx="9" cy="9" r="5.2"/><path d="m13 13 3.6 3.6"/>""",
        IconName.Label => """<path d="M3.5 4.5A1 1 0 0 1 4.5 3.5h5.2a1.5 1.5 0 0 1 1 .4l5.4 5.4a1.5 1.5 0 0 1 0 2.1l-4.7 4.7a1.5 1.5 0 0 1-2.1 0L3.9 10.7a1.5 1.5 0 0 1-.4-1z"/><path d="M7 7v.01"/>""",
        IconName.Flag => """<path d="M5 17V3.5"/><path d="M5 4.2c3.5-1.6 6 1.6 10 0v7.3c-4 1.6-6.5-1.6-10 0"/>""",
        IconName.Snooze => """<circle cx="10" cy="11" r="5.8"/><path d="M8.2 9h3.6l-3.6 4h3.6"/><path d="M3 5.5 5.5 3.4M17 5.5l-2.5-2.1"/>""",
        IconName.Eye => """<path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5z"/><circle cx="10" cy="10" r="2.2"/>""",
        IconName.Filter => """<path d="M3 5h14M5.5 10h9M8.5 15h3"/>""",
        IconName.Keep => """<path d="M6 3.5h8a1 1 0 0 1 1 1v12L10 13l-5 3.500V4.500a1 1 0 0 1 1-1z"/>""",
        IconName.Select => """<rect x="3.500" y="3.500" width="13" height="13" rx="2"/><path d="m6.800 10.200 2.300 2.300 4.300-4.800"/>""",
        IconName.Add => """<path d="M10 4.500v11M4.500 10h11"/>""",
        IconName.Clip => """<path d="m16.3 9.6-6.4 6.4a3.8 3.8 0 0 1-5.4-5.4l6.7-6.7a2.6 2.6 0 0 1 3.7 3.7l-6.7 6.6a1.3 1.3 0 0 1-1.8-1.8l6-6"/>""",
        IconName.Pen => """<path d="m4 16 .8-3.300L13.300 4.200a1.300 1.300 0 0 1 1.800 0l.7.7a1.300 1.300 0 0 1 0 1.800l-8.500 8.500z"/><path d="m12 5.500 2.500 2.500"/>""",
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
