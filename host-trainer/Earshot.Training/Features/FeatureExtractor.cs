using System.Collections.Concurrent;
using System.Text.Json;
using Earshot.Datasets;
using Earshot.Native;

namespace Earshot.Training.Features;

/// <summary>Computes the features of a dataset's clips with the C module, the same bits as on the board.</summary>
public static class FeatureExtractor
{
    /// <summary>The metadata key under which a model records its front end's configuration, as JSON.</summary>
    public const string FrontEndKey = "earshot.front_end";

    /// <summary>
    /// Computes the features of all clips. Unless the configuration has them already, the statistics that normalise the
    /// features are measured on the clips outside the held-out fold.
    /// </summary>
    /// <param name="dataset">The clips.</param>
    /// <param name="configuration">The front end; statistics in it are used as they are.</param>
    /// <param name="heldOutFold">The fold that statistics must not see; null to measure them on all clips.</param>
    /// <param name="progress">Told how many clips are done.</param>
    /// <param name="cancellationToken">Ends the work between clips.</param>
    /// <returns>The features of all clips, and the configuration with its statistics.</returns>
    /// <exception cref="InputException">A clip is missing or damaged, or a setting is out of range.</exception>
    public static (FeatureSet Set, FrontEndConfiguration Configuration) Extract(
        Dataset dataset,
        FrontEndConfiguration configuration,
        int? heldOutFold = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        configuration.Validate();
        var sounds = Read(dataset, configuration.SampleRate, cancellationToken);
        if (configuration.Statistics is null)
        {
            var known = dataset.Clips.Zip(sounds).Where(pair => pair.First.Fold != heldOutFold).Select(pair => pair.Second);
            configuration = configuration with { Statistics = FeatureStatistics.Fit(configuration, known) };
        }

        var clips = new FeatureClip[sounds.Length];
        var done = 0;
        using var frontEnd = new FrontEnd(FrontEndTables.Build(configuration));
        InParallel(sounds.Length, cancellationToken, i =>
        {
            var clip = dataset.Clips[i];
            var frames = frontEnd.Compute(sounds[i]);
            clips[i] = new FeatureClip(clip.Path, dataset.LabelIndex(clip.Label), clip.Fold, frames.Features, frames.Levels);
            progress?.Report(Interlocked.Increment(ref done));
        });
        return (Describe(dataset.Labels, clips, configuration), configuration);
    }

    /// <summary>Puts clips and what the front end made of them together.</summary>
    /// <param name="labels">The classes.</param>
    /// <param name="clips">The clips.</param>
    /// <param name="configuration">The front end, with the statistics that the clips were normalised with.</param>
    public static FeatureSet Describe(
        IReadOnlyList<string> labels, IReadOnlyList<FeatureClip> clips, FrontEndConfiguration configuration)
    {
        var statistics = configuration.Statistics
            ?? throw new ArgumentException("The front end has no statistics.", nameof(configuration));
        return new FeatureSet
        {
            Labels = labels,
            Clips = clips,
            Bands = configuration.Bands,
            Scale = (float)configuration.FeatureScale,
            ZeroPoint = configuration.FeatureZeroPoint,
            // A feature counts deviations of log2 of power.
            UnitsPerDoubling = [.. statistics.Deviations.Select(deviation => (float)(1 / deviation))],
            HopSeconds = (float)configuration.HopSamples / configuration.SampleRate,
            Metadata = new Dictionary<string, string> { [FrontEndKey] = JsonSerializer.Serialize(configuration) },
        };
    }

    private static short[][] Read(Dataset dataset, int sampleRate, CancellationToken cancellationToken)
    {
        var sounds = new short[dataset.Clips.Count][];
        InParallel(sounds.Length, cancellationToken, i => sounds[i] = dataset.Clips[i].ReadSamples(sampleRate));
        return sounds;
    }

    /// <summary>Runs on all cores; an error surfaces as itself, that of the first clip that has one.</summary>
    private static void InParallel(int count, CancellationToken cancellationToken, Action<int> action)
    {
        var errors = new ConcurrentBag<(int Index, InputException Error)>();
        Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken }, (i, loop) =>
        {
            try
            {
                action(i);
            }
            catch (InputException error)
            {
                errors.Add((i, error));
                loop.Break();
            }
        });
        if (!errors.IsEmpty)
        {
            var first = errors.MinBy(entry => entry.Index).Error;
            throw new InputException(first.Origin, first.Problem, first.Remedy, first);
        }
    }
}
