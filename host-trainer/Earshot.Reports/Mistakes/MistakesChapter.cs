namespace Earshot.Reports.Mistakes;

/// <summary>The gallery of the mistakes that the model was surest of.</summary>
internal static class MistakesChapter
{
    /// <summary>The chapter.</summary>
    /// <param name="mistakes">The wrong clips, or null where they are not known.</param>
    public static IReadOnlyList<ReportChapter> Create(IReadOnlyList<MistakenClip>? mistakes) => mistakes switch
    {
        null => [],
        { Count: 0 } => [new ReportChapter("Worst mistakes") { Introduction = "No clip was decided wrong." }],
        _ => [new ReportChapter("Worst mistakes", new MistakeGallery([.. mistakes.OrderByDescending(clip => clip.Confidence)]))
        {
            Introduction = "The wrong clips that the model was surest of: 0 Hz at the lower edge, half the sample rate at the upper, mel scale, 75 dB from black to white.",
        }],
    };
}
