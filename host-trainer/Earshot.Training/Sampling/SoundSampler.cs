using Earshot.Training.Features;
using Earshot.Training.Randomness;

namespace Earshot.Training.Sampling;

/// <summary>
/// Draws windows of raw sound to learn from: a class, a clip and a start as <see cref="WindowSampler"/> does. Gain, polarity,
/// the mixing of two clips and masks in time vary them; what is defined on mel bands only is not done.
/// </summary>
internal sealed class SoundSampler : IWindowSampler
{
    private readonly FeatureSet _set;
    private readonly AugmentationOptions _options;
    private readonly ClipIndex[][] _classes;
    private readonly ClassDraw _draw;
    private readonly int _frames;
    private readonly float[] _other;

    /// <summary>Prepares to draw from a set that holds samples.</summary>
    /// <exception cref="InputException">A class has no clip of at least a window, or an option is out of range.</exception>
    internal SoundSampler(FeatureSet set, QuietGate gate, AugmentationOptions options, int frames)
    {
        AugmentationCheck.Check(options);
        (_set, _options, _frames) = (set, options with { BandMasks = 0 }, frames);
        _classes = [.. set.Labels.Select((label, index) => ClipIndex.OfClass(set, gate, frames, label, index))];
        _draw = new ClassDraw([.. _classes.Select(clips => clips.Length)], options, set.AuxiliaryLabels);
        _other = new float[frames * set.Bands];
    }

    /// <inheritdoc/>
    public void Fill(Span<float> features, Span<float> targets, RandomSource random)
    {
        var classes = _set.Labels.Count;
        targets.Clear();
        for (var i = 0; i < targets.Length / classes; i++)
        {
            Draw(features.Slice(i * _other.Length, _other.Length), targets.Slice(i * classes, classes), random);
        }
    }

    private void Draw(Span<float> window, Span<float> target, RandomSource random)
    {
        var (label, power) = Read(window, random);
        var choice = random.NextFloat();
        if (choice < _options.MixShare + _options.MixupShare)
        {
            var (otherLabel, otherPower) = Read(_other, random);
            var isBetweenClass = choice < _options.MixShare;
            var share = isBetweenClass ? random.NextFloat(0.02f, 0.98f) : random.NextBeta(_options.MixupAlpha);
            target[label] += share;
            target[otherLabel] += 1 - share;
            Mix(window, MixingWeights.Amplitude(share, isBetweenClass ? power : 1, isBetweenClass ? otherPower : 1));
        }
        else
        {
            target[label] = 1;
        }

        foreach (ref var value in window)
        {
            value = SampleCode.Compress(value) * _set.Scale;
        }

        Masking.Apply(window, _set.Bands, _options, random);
    }

    private void Mix(Span<float> window, double amplitude)
    {
        var norm = Math.Sqrt((amplitude * amplitude) + ((1 - amplitude) * (1 - amplitude)));
        var (first, second) = ((float)(amplitude / norm), (float)((1 - amplitude) / norm));
        for (var at = 0; at < window.Length; at++)
        {
            window[at] = (first * window[at]) + (second * _other[at]);
        }
    }

    /// <summary>Reads a window of a class in 16-bit steps.</summary>
    /// <returns>The class, and the window's mean power relative to a full-scale sine.</returns>
    private (int Label, double Power) Read(Span<float> window, RandomSource random)
    {
        var label = _draw.Next(random);
        var clip = _classes[label][random.NextInt(_classes[label].Length)];
        var start = clip.Starts[random.NextInt(clip.Starts.Length)];
        var gain = random.NextFloat(-_options.GainDecibels, _options.GainDecibels);
        var factor = MathF.Pow(10, gain / 20) * (random.NextInt(2) == 0 ? 1 : -1);
        var codes = clip.Clip.Values.AsSpan(start * _set.Bands, _frames * _set.Bands);
        for (var at = 0; at < window.Length; at++)
        {
            window[at] = factor * SampleCode.Expand(codes[at]);
        }

        return (label, clip.Power(start) * Math.Pow(10, gain / 10));
    }
}
