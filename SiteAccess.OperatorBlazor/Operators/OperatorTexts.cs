using SiteAccess.Contracts.Operators;
using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Operators;

/// <summary>The words about operators.</summary>
static class OperatorTexts
{
    public static string State => Say("Your state", "Ваш статус");

    public static string StateName(OperatorState state) => state switch
    {
        OperatorState.Online => Say("Online", "На месте"),
        OperatorState.Busy => Say("Busy", "Занят"),
        _ => Say("Offline", "Не на месте"),
    };

    public static string Meaning(OperatorState state) => state switch
    {
        OperatorState.Online => Say("You are available to visitors", "Посетители видят, что вы на месте"),
        OperatorState.Busy => Say("Nothing new is assigned to you", "Новые беседы вам не назначаются"),
        _ => Say("Visitors do not see you", "Посетители вас не видят"),
    };

    /// <summary>The class of the dot.</summary>
    public static string Dot(OperatorState state) => state switch
    {
        OperatorState.Online => "on",
        OperatorState.Busy => "busy",
        _ => "off",
    };
}
