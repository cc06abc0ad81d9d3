using static SiteAccess.OperatorBlazor.Language.Texts;

namespace SiteAccess.OperatorBlazor.Transcripts;

/// <summary>The words of the transcript.</summary>
static class TranscriptTexts
{
    public static string Title => Say("Transcript", "Запись беседы");
    public static string Plain => Say("Download", "Скачать");
    public static string WithNotes => Say("With private notes", "Вместе с заметками");
}
