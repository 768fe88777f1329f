using Earshot.Training.Running;

namespace Earshot.Training.Tests.Running;

/// <summary>A training of a fraction of a second on <see cref="SyntheticFeatures"/>.</summary>
internal static class SmallTraining
{
    internal static readonly TrainingOptions Options = new()
    {
        WindowFrames = 31,
        WindowsPerEpoch = 96,
        BatchSize = 16,
        AverageDecay = 0.9f,
        Threads = 1,
    };
}
