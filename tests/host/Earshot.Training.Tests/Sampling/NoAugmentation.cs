using Earshot.Training.Sampling;

namespace Earshot.Training.Tests.Sampling;

/// <summary>Options with which windows are the clips' own.</summary>
internal static class NoAugmentation
{
    internal static readonly AugmentationOptions Options = new()
    {
        MixShare = 0,
        GainDecibels = 0,
        EqualizerDecibels = 0,
        BandShift = 0,
        TimeStretch = 0,
        TimeMasks = 0,
        BandMasks = 0,
    };
}
