using Earshot.Audio;
using Earshot.Datasets;
using Earshot.Reports.Mistakes;
using Earshot.Training.Evaluation;

namespace Earshot.Cli.Output.Reports;

/// <summary>Finds the sound of the clips that a model decided wrong.</summary>
internal static class Mistakes
{
    /// <summary>The wrong clips that it was surest of, with their sound; no more than a report shows.</summary>
    /// <param name="result">What the model said.</param>
    /// <param name="clips">The clips that it was asked about.</param>
    /// <param name="labels">The classes.</param>
    /// <exception cref="InputException">A clip cannot be read any more.</exception>
    public static IReadOnlyList<MistakenClip> Of(EvaluationResult result, IReadOnlyList<Clip> clips, IReadOnlyList<string> labels)
    {
        var byPath = clips.ToDictionary(clip => clip.Path);
        return [.. result.Clips
            .Where(clip => !clip.IsRight)
            .OrderByDescending(clip => clip.Probabilities[clip.Predicted])
            .ThenBy(clip => clip.Name, StringComparer.Ordinal)
            .Take(MistakeGallery.MostClips)
            .Select(clip => new MistakenClip(
                Path.GetFileName(clip.Name),
                labels[clip.Label],
                labels[clip.Predicted],
                clip.Probabilities[clip.Predicted],
                clip.Probabilities[clip.Label],
                byPath[clip.Name].ReadSamples(SampleRates.Model),
                SampleRates.Model))];
    }
}
