using Earshot.Native;
using Earshot.Training.Features;
using Earshot.Training.Randomness;

namespace Earshot.Pipeline;

/// <summary>
/// White, pink and brown noise as the front end hears it, for augmentation to add to sounds. The level of −30 dB keeps it
/// clear of both ends of the features' range in most bands.
/// </summary>
internal static class NoiseFeatures
{
    private const double Seconds = 8;
    private const double Level = -30;

    /// <summary>Poles and gains of a filter that falls by 3 dB an octave within 0.05 dB above 10 Hz (P. Kellet, 1999).</summary>
    private static readonly (double Pole, double Gain)[] PinkSections =
    [
        (0.99886, 0.0555179), (0.99332, 0.0750759), (0.96900, 0.1538520), (0.86650, 0.3104856), (0.55000, 0.5329522), (-0.7616, -0.0168980),
    ];

    internal static IReadOnlyList<FeatureClip> Compute(FrontEndConfiguration frontEnd)
    {
        using var native = new FrontEnd(FrontEndTables.Build(frontEnd));
        var random = new RandomSource(1);
        var samples = (int)(Seconds * frontEnd.SampleRate);
        double[] white = [.. Enumerable.Range(0, samples).Select(_ => (double)random.NextNormal())];
        return [Clip("white", white), Clip("pink", Pink(white)), Clip("brown", Brown(white))];

        FeatureClip Clip(string name, double[] noise)
        {
            // A full-scale sine has half the power of a constant.
            var gain = short.MaxValue * Math.Pow(10, Level / 20) / Math.Sqrt(2 * noise.Average(value => value * value));
            var frames = native.Compute([.. noise.Select(value => (short)Math.Clamp(Math.Round(value * gain), short.MinValue, short.MaxValue))]);
            return new FeatureClip($"{name} noise", -1, 0, frames.Features, frames.Levels);
        }
    }

    private static double[] Pink(double[] white)
    {
        var states = new double[PinkSections.Length];
        var late = 0d;
        var pink = new double[white.Length];
        for (var i = 0; i < white.Length; i++)
        {
            var sum = (0.5362 * white[i]) + late;
            for (var section = 0; section < states.Length; section++)
            {
                states[section] = (PinkSections[section].Pole * states[section]) + (PinkSections[section].Gain * white[i]);
                sum += states[section];
            }

            late = 0.115926 * white[i];
            pink[i] = sum;
        }

        return pink;
    }

    /// <summary>An integrator with a leak, which falls by 6 dB an octave above some 25 Hz (at 16 kHz).</summary>
    private static double[] Brown(double[] white)
    {
        var brown = new double[white.Length];
        var state = 0d;
        for (var i = 0; i < white.Length; i++)
        {
            brown[i] = state = (0.99 * state) + white[i];
        }

        return brown;
    }
}
