using System.Text.Json;
using Earshot.Native;
using Earshot.Packing;
using Earshot.Packing.Planning;
using Earshot.Training.Running;

namespace Earshot.Pipeline;

/// <summary>What a trained model's pack says beside its network.</summary>
public static class PackDefaults
{
    /// <summary>How long scores are averaged: long enough to pass over one odd window, short enough to follow a street.</summary>
    public static TimeSpan Smoothing { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>On-threshold of a class whose scores have not been looked at.</summary>
    public const double OnThreshold = 0.5;

    /// <summary>The settings for a run's model, with neutral thresholds.</summary>
    public static PackSettings Settings(RunConfiguration configuration) => new()
    {
        FrontEnd = FrontEndTables.Build(configuration.FrontEnd),
        Classes = Classes(configuration.Labels),
        Name = configuration.Training.Model,
        Details = JsonSerializer.Serialize(
            new
            {
                dataset = Path.GetFileName(Path.TrimEndingDirectorySeparator(configuration.Dataset)),
                held_out_fold = configuration.HeldOutFold,
                training_clips = configuration.TrainingClips,
                seed = configuration.Training.Seed,
            }),
        DecisionHop = configuration.Training.DecisionHopFrames,
        // Without scratch memory the board would run the slow kernels.
        Preference = MemoryPreference.Speed,
        Smoothing = Smoothing,
        QuietLevel = configuration.Training.Gate.Level,
    };

    /// <summary>Classes with neutral thresholds.</summary>
    public static IReadOnlyList<ModelClass> Classes(IReadOnlyList<string> labels) =>
        [.. labels.Select(label => new ModelClass(label, IsBackground(label), OnThreshold, OnThreshold / 2, TimeSpan.Zero))];

    /// <summary>Whether a class is learnt but never reported.</summary>
    internal static bool IsBackground(string label) =>
        label.Equals("background", StringComparison.OrdinalIgnoreCase)
        || label.Equals("unknown", StringComparison.OrdinalIgnoreCase)
        || label.Equals("silence", StringComparison.OrdinalIgnoreCase);
}
