namespace Earshot.Reports.Mistakes;

/// <summary>A clip that was decided wrong, with its sound.</summary>
/// <param name="Name">The file or clip.</param>
/// <param name="Label">Its true class.</param>
/// <param name="Answer">The class that it was taken for.</param>
/// <param name="Confidence">The probability of the answer, 0 to 1.</param>
/// <param name="LabelProbability">The probability of the true class, 0 to 1.</param>
/// <param name="Samples">The sound, mono.</param>
/// <param name="SampleRate">Samples per second, in Hz.</param>
public sealed record MistakenClip(
    string Name, string Label, string Answer, double Confidence, double LabelProbability, short[] Samples, int SampleRate)
{
    /// <summary>Which run of an experiment decided it, such as "fold 2, seed 1"; null for a single run.</summary>
    public string? Run { get; init; }
}
