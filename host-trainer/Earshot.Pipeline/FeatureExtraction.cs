using Earshot.Datasets;
using Earshot.Native;
using Earshot.Training.Features;

namespace Earshot.Pipeline;

/// <summary>Turns a dataset's clips into features with the C module, so that training hears what the board will hear.</summary>
public static class FeatureExtraction
{
    /// <summary>
    /// Measures the normalisation of some clips, which must be the training clips and no others. Raw samples have none.
    /// </summary>
    /// <exception cref="InputException">A clip cannot be read, or none has sound in it.</exception>
    public static FrontEndConfiguration Fit(
        FrontEndConfiguration frontEnd, IEnumerable<Clip> clips, CancellationToken cancellationToken = default) =>
        frontEnd.Kind == FrontEndKind.Samples
            ? frontEnd
            : frontEnd with
            {
                Statistics = FeatureStatistics.Fit(
                    frontEnd,
                    clips.Select(clip =>
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        return clip.ReadSamples(frontEnd.SampleRate);
                    })),
            };

    /// <summary>Computes the features of some clips.</summary>
    /// <param name="frontEnd">The front end, with its statistics.</param>
    /// <param name="labels">The classes, in the order of a model's outputs.</param>
    /// <param name="clips">The clips.</param>
    /// <param name="progress">Told the share of clips that are done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work after the current clip.</param>
    /// <param name="minimumFrames">Clips with fewer frames are followed by silence until they have as many.</param>
    /// <exception cref="InputException">A clip cannot be read.</exception>
    public static FeatureSet Compute(
        FrontEndConfiguration frontEnd,
        IReadOnlyList<string> labels,
        IReadOnlyList<Clip> clips,
        Action<double>? progress = null,
        CancellationToken cancellationToken = default,
        int minimumFrames = 1)
    {
        var minimumSamples = frontEnd.FrameSamples + ((minimumFrames - 1) * frontEnd.HopSamples);
        var tables = FrontEndTables.Build(frontEnd);
        using var native = new FrontEnd(tables);
        var indices = labels.Select((label, index) => (label, index)).ToDictionary(pair => pair.label, pair => pair.index);
        var features = new List<FeatureClip>(clips.Count);
        foreach (var clip in clips)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var samples = clip.ReadSamples(frontEnd.SampleRate);
            Array.Resize(ref samples, Math.Max(samples.Length, minimumSamples));
            var frames = native.Compute(samples);
            features.Add(new FeatureClip(clip.Path, indices[clip.Label], clip.Fold, frames.Features, frames.Levels));
            progress?.Invoke(features.Count / (double)clips.Count);
        }

        return Assemble(frontEnd, labels, features);
    }

    /// <summary>Says what the features of some clips stand for.</summary>
    /// <param name="frontEnd">The front end that computed them, with its statistics.</param>
    /// <param name="labels">The classes, in the order of a model's outputs.</param>
    /// <param name="clips">The clips' features.</param>
    public static FeatureSet Assemble(FrontEndConfiguration frontEnd, IReadOnlyList<string> labels, IReadOnlyList<FeatureClip> clips)
    {
        var tables = FrontEndTables.Build(frontEnd);
        var hearsSamples = frontEnd.Kind == FrontEndKind.Samples;
        return new FeatureSet
        {
            Labels = labels,
            Clips = clips,
            Bands = frontEnd.Bands,
            Scale = tables.Scale,
            ZeroPoint = tables.ZeroPoint,
            HoldsSamples = hearsSamples,
            UnitsPerDoubling = hearsSamples ? [] : [.. frontEnd.Statistics!.Deviations.Select(deviation => (float)(1 / deviation))],
            HopSeconds = (float)frontEnd.HopSamples / frontEnd.SampleRate,
            BandHertz = hearsSamples ? [] : [.. frontEnd.BandHertz().Select(hertz => (float)hertz)],
            Noise = hearsSamples ? [] : NoiseFeatures.Compute(frontEnd),
            Metadata = FrontEndMetadata.Of(frontEnd),
        };
    }
}
