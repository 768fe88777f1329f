using System.Numerics.Tensors;
using Earshot.Training.Features;
using Earshot.Training.Randomness;

namespace Earshot.Training.Sampling;

/// <summary>
/// Draws windows to learn from: a class, a clip of it and a start, all uniformly unless
/// <see cref="AugmentationOptions.ClassBalance"/> says otherwise; then mixes and varies them.
/// </summary>
public sealed class WindowSampler : IWindowSampler
{
    private readonly FeatureSet _set;
    private readonly AugmentationOptions _options;
    private readonly ClipReader _reader;
    private readonly SoundPower _sound;
    private readonly int _frames;
    private readonly float _lowest;
    private readonly float _highest;
    private readonly float[] _other;

    /// <summary>Prepares to draw from a set.</summary>
    /// <param name="set">The clips to train on.</param>
    /// <param name="gate">Windows that are quiet are not drawn, unless all of a clip's are.</param>
    /// <param name="options">How windows are varied.</param>
    /// <param name="frames">Frames in a window.</param>
    /// <exception cref="InputException">A class has no clip of at least a window, or an option is out of range.</exception>
    public WindowSampler(FeatureSet set, QuietGate gate, AugmentationOptions options, int frames)
    {
        AugmentationCheck.Check(options);
        _set = set;
        _options = options;
        _frames = frames;
        RequireNoise(set, options, frames);
        _reader = new ClipReader(set, gate, options, frames);
        _sound = new SoundPower(set, frames);
        _lowest = (sbyte.MinValue - set.ZeroPoint) * set.Scale;
        _highest = (sbyte.MaxValue - set.ZeroPoint) * set.Scale;
        _other = new float[frames * set.Bands];
    }

    /// <inheritdoc/>
    public void Fill(Span<float> features, Span<float> targets, RandomSource random)
    {
        var classes = _set.Labels.Count;
        var size = _frames * _set.Bands;
        targets.Clear();
        for (var i = 0; i < targets.Length / classes; i++)
        {
            Draw(features.Slice(i * size, size), targets.Slice(i * classes, classes), random);
        }
    }

    private static void RequireNoise(FeatureSet set, AugmentationOptions options, int frames)
    {
        var needsNoise = options.NoiseFloorShare > 0 || (options.NoiseShare > 0 && options.NoiseSource != NoiseSource.Clips);
        if (needsNoise && !set.Noise.Any(clip => clip.Frames >= frames))
        {
            throw new ArgumentException("The set has no noise of the length of a window.", nameof(set));
        }

        if (options.MicrophoneShare > 0 && set.BandHertz.Count != set.Bands)
        {
            throw new ArgumentException("The set does not tell the frequencies of its bands.", nameof(set));
        }
    }

    private void Draw(Span<float> window, Span<float> target, RandomSource random)
    {
        var power = DrawMixture(window, target, random);
        if (IsDrawn(_options.NoiseShare, random))
        {
            AddNoise(window, power, random);
        }

        if (IsDrawn(_options.MicrophoneShare, random))
        {
            _reader.ApplyMicrophone(window, random);
        }

        if (IsDrawn(_options.NoiseFloorShare, random))
        {
            var decibels = random.NextFloat(_options.LowestNoiseFloor, _options.HighestNoiseFloor);
            // The first noise is white.
            var noise = _reader.DrawNoise(_other, 1, random);
            _sound.Add(window, 1, _other, Math.Pow(10, decibels / 10) / Math.Max(noise, 1e-12));
        }

        TensorPrimitives.Min(window, _highest, window);
        TensorPrimitives.Max(window, _lowest, window);
        Masking.Apply(window, _set.Bands, _options, random);
    }

    /// <summary>Whether a window gets what a share of them gets. Nothing is drawn for what is off, so it changes nothing.</summary>
    private static bool IsDrawn(float share, RandomSource random) => share > 0 && random.NextFloat() < share;

    /// <summary>Draws a window of one clip, or mixes two.</summary>
    /// <returns>Its mean power relative to a full-scale sine.</returns>
    private double DrawMixture(Span<float> window, Span<float> target, RandomSource random)
    {
        var (label, power) = _reader.Draw(window, random);
        var choice = random.NextFloat();
        if (choice >= _options.MixShare + _options.MixupShare)
        {
            target[label] = 1;
            return power;
        }

        var (otherLabel, otherPower) = _reader.Draw(_other, random);
        var isBetweenClass = choice < _options.MixShare;
        var share = isBetweenClass ? random.NextFloat(0.02f, 0.98f) : random.NextBeta(_options.MixupAlpha);
        target[label] += share;
        target[otherLabel] += 1 - share;
        if (!isBetweenClass && _options.MixupDomain == MixupDomain.Features)
        {
            TensorPrimitives.Lerp(_other, window, share, window);
            return Math.Pow(power, share) * Math.Pow(otherPower, 1 - share);
        }

        var amplitude = MixingWeights.Amplitude(share, isBetweenClass ? power : 1, isBetweenClass ? otherPower : 1);
        var square = amplitude * amplitude;
        var otherSquare = (1 - amplitude) * (1 - amplitude);
        var weight = square / (square + otherSquare);
        _sound.Add(window, weight, _other, 1 - weight);
        return (weight * power) + ((1 - weight) * otherPower);
    }

    private void AddNoise(Span<float> window, double power, RandomSource random)
    {
        var ratio = random.NextFloat(_options.LowestSignalToNoise, _options.HighestSignalToNoise);
        var isColored = _options.NoiseSource == NoiseSource.Colored
            || (_options.NoiseSource == NoiseSource.Both && random.NextFloat() < 0.5f);
        var noise = isColored ? _reader.DrawNoise(_other, int.MaxValue, random) : _reader.Draw(_other, random).Power;
        _sound.Add(window, 1, _other, power * Math.Pow(10, -ratio / 10) / Math.Max(noise, 1e-12));
    }
}
