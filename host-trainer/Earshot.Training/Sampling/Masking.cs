using Earshot.Training.Randomness;

namespace Earshot.Training.Sampling;

/// <summary>Masks runs of frames and of bands with zero, the mean of a feature (SpecAugment; Park et al., 2019).</summary>
internal static class Masking
{
    internal static void Apply(Span<float> window, int bands, AugmentationOptions options, RandomSource random)
    {
        var frames = window.Length / bands;
        for (var i = 0; i < options.TimeMasks; i++)
        {
            var (start, length) = DrawRun(frames, options.TimeMaskShare, random);
            window.Slice(start * bands, length * bands).Clear();
        }

        for (var i = 0; i < options.BandMasks; i++)
        {
            var (start, length) = DrawRun(bands, options.BandMaskShare, random);
            for (var frame = 0; frame < frames; frame++)
            {
                window.Slice((frame * bands) + start, length).Clear();
            }
        }
    }

    private static (int Start, int Length) DrawRun(int size, float share, RandomSource random)
    {
        var length = random.NextInt((int)(size * share) + 1);
        return (random.NextInt(size - length + 1), length);
    }
}
