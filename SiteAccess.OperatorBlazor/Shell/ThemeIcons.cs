namespace SiteAccess.OperatorBlazor.Shell;

/// <summary>The icon of each theme.</summary>
static class ThemeIcons
{
    public static IconName For(string theme) => theme switch
    {
        "light" => IconName.Sun,
        "dark" => IconName.Moon,
        _ => IconName.Screen,
    };
}
