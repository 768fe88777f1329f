namespace Earshot.Training.Sampling;

/// <summary>Refuses augmentation that cannot be meant.</summary>
internal static class AugmentationCheck
{
    /// <exception cref="InputException">An option is out of range.</exception>
    internal static void Check(AugmentationOptions options)
    {
        RequireShare(options.ClassBalance, nameof(options.ClassBalance));
        Require(options.AuxiliaryShare is >= 0 and < 1, nameof(options.AuxiliaryShare), "from 0 to below 1");
        RequireShare(options.MixShare, nameof(options.MixShare));
        RequireShare(options.MixupShare, nameof(options.MixupShare));
        Require(options.MixShare + options.MixupShare <= 1, nameof(options.MixupShare), "at most 1 together with MixShare");
        Require(options.MixupAlpha > 0 && float.IsFinite(options.MixupAlpha), nameof(options.MixupAlpha), "positive");
        RequireDecibels(options.GainDecibels, nameof(options.GainDecibels));
        RequireDecibels(options.EqualizerDecibels, nameof(options.EqualizerDecibels));
        Require(options.EqualizerKnots >= 0, nameof(options.EqualizerKnots), "0 or more");
        Require(options.BandShift >= 0 && float.IsFinite(options.BandShift), nameof(options.BandShift), "0 or more");
        Require(options.TimeStretch is >= 0 and < 1, nameof(options.TimeStretch), "from 0 to below 1");
        RequireShare(options.TimeRoll, nameof(options.TimeRoll));
        RequireShare(options.NoiseShare, nameof(options.NoiseShare));
        RequireRange(options.LowestSignalToNoise, options.HighestSignalToNoise, nameof(options.LowestSignalToNoise));
        RequireShare(options.MicrophoneShare, nameof(options.MicrophoneShare));
        RequireDecibels(options.MicrophoneTiltDecibels, nameof(options.MicrophoneTiltDecibels));
        Require(options.MicrophoneHighPassHertz is >= 20 and <= 1e5f, nameof(options.MicrophoneHighPassHertz), "from 20 to 100000 Hz");
        Require(options.MicrophoneLowPassHertz is >= 20 and <= 1e5f, nameof(options.MicrophoneLowPassHertz), "from 20 to 100000 Hz");
        RequireShare(options.NoiseFloorShare, nameof(options.NoiseFloorShare));
        RequireRange(options.LowestNoiseFloor, options.HighestNoiseFloor, nameof(options.LowestNoiseFloor));
        Require(options.HighestNoiseFloor <= 0, nameof(options.HighestNoiseFloor), "at most 0 dB");
        Require(options.TimeMasks >= 0, nameof(options.TimeMasks), "0 or more");
        Require(options.BandMasks >= 0, nameof(options.BandMasks), "0 or more");
        Require(options.TimeMaskShare is >= 0 and < 1, nameof(options.TimeMaskShare), "from 0 to below 1");
        Require(options.BandMaskShare is >= 0 and < 1, nameof(options.BandMaskShare), "from 0 to below 1");
    }

    private static void RequireShare(float value, string option) => Require(value is >= 0 and <= 1, option, "from 0 to 1");

    private static void RequireDecibels(float value, string option) => Require(value is >= 0 and <= 100, option, "from 0 to 100 dB");

    private static void RequireRange(float lowest, float highest, string option) =>
        Require(lowest <= highest && lowest >= -150 && highest <= 150, option, "from -150 dB to its highest value, which is at most 150 dB");

    private static void Require(bool condition, string option, string range)
    {
        if (!condition)
        {
            throw new InputException($"Augmentation.{option}", "its value is out of range.", $"Make it {range}.");
        }
    }
}
