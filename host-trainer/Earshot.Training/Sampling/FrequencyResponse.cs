using Earshot.Training.Features;
using Earshot.Training.Randomness;

namespace Earshot.Training.Sampling;

/// <summary>Random frequency responses, in dB for each band.</summary>
internal sealed class FrequencyResponse(FeatureSet set, AugmentationOptions options)
{
    private const float LowestCorner = 20;

    /// <summary>A smooth curve through random knots, added to a gain.</summary>
    internal void DrawEqualizer(Span<float> decibels, float gain, RandomSource random)
    {
        var knots = new float[Math.Max(options.EqualizerKnots, 2)];
        for (var i = 0; i < knots.Length; i++)
        {
            knots[i] = gain + (random.NextNormal() * options.EqualizerDecibels);
        }

        for (var band = 0; band < decibels.Length; band++)
        {
            var position = (float)band / Math.Max(decibels.Length - 1, 1) * (knots.Length - 1);
            var knot = Math.Min((int)position, knots.Length - 2);
            decibels[band] = knots[knot] + ((knots[knot + 1] - knots[knot]) * (position - knot));
        }
    }

    /// <summary>A microphone: a tilt about the middle band, a high-pass and a low-pass.</summary>
    internal void DrawMicrophone(Span<float> decibels, RandomSource random)
    {
        var tilt = random.NextFloat(-options.MicrophoneTiltDecibels, options.MicrophoneTiltDecibels);
        var highPass = DrawCorner(LowestCorner, options.MicrophoneHighPassHertz, random);
        var lowPass = DrawCorner(options.MicrophoneLowPassHertz, 2 * set.BandHertz[^1], random);
        for (var band = 0; band < decibels.Length; band++)
        {
            var frequency = set.BandHertz[band];
            var position = ((float)band / Math.Max(decibels.Length - 1, 1)) - 0.5f;
            // Butterworth: 1 / (1 + (f / corner)^2n) of the power is left.
            var below = Math.Pow(highPass / frequency, 2);
            var above = Math.Pow(frequency / lowPass, 4);
            decibels[band] = (tilt * position) - (float)(10 * (Math.Log10(1 + below) + Math.Log10(1 + above)));
        }
    }

    private static double DrawCorner(double lowest, double highest, RandomSource random) =>
        lowest * Math.Pow(Math.Max(highest / lowest, 1), random.NextFloat());
}
