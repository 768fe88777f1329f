using System.Numerics.Tensors;
using Earshot.Training.Features;
using Earshot.Training.Randomness;

namespace Earshot.Training.Sampling;

/// <summary>
/// Draws windows to learn from: a class, a clip of it and a start, all uniformly, so that every class weighs the same
/// however many clips it has; then varies them.
/// </summary>
public sealed class WindowSampler
{
    private const float DecibelsPerDoubling = 3.0103f;

    private readonly FeatureSet _set;
    private readonly AugmentationOptions _options;
    private readonly ClipIndex[][] _classes;
    private readonly int _frames;
    private readonly float _lowest;
    private readonly float _highest;
    private readonly float[] _units;
    private readonly float[] _inverseUnits;
    private readonly float[] _other;
    private readonly float[] _offsets;

    /// <summary>Prepares to draw from a set.</summary>
    /// <param name="set">The clips to train on.</param>
    /// <param name="gate">Windows that are quiet are not drawn, unless all of a clip's are.</param>
    /// <param name="options">How windows are varied.</param>
    /// <param name="frames">Frames in a window.</param>
    /// <exception cref="InputException">A class has no clip of at least a window.</exception>
    public WindowSampler(FeatureSet set, QuietGate gate, AugmentationOptions options, int frames)
    {
        _set = set;
        _options = options;
        _frames = frames;
        _classes = [.. set.Labels.Select((label, index) => IndexClass(set, gate, frames, label, index))];
        _lowest = (sbyte.MinValue - set.ZeroPoint) * set.Scale;
        _highest = (sbyte.MaxValue - set.ZeroPoint) * set.Scale;
        _units = [.. Enumerable.Range(0, frames).SelectMany(_ => set.UnitsPerDoubling)];
        _inverseUnits = [.. _units.Select(units => 1 / units)];
        _other = new float[frames * set.Bands];
        _offsets = new float[set.Bands];
    }

    /// <summary>Fills a batch.</summary>
    /// <param name="features">[batch, 1, frames, bands].</param>
    /// <param name="targets">[batch, classes].</param>
    /// <param name="random">Draws everything.</param>
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

    private static ClipIndex[] IndexClass(FeatureSet set, QuietGate gate, int frames, string label, int index)
    {
        ClipIndex[] clips = [.. set.Clips
            .Where(clip => clip.Label == index && clip.Frames >= frames)
            .Select(clip => new ClipIndex(clip, gate, frames, set.HopSeconds))];
        return clips.Length > 0
            ? clips
            : throw new InputException(
                label,
                $"no clip of this class that can be trained on is as long as a window ({frames} frames).",
                "Add longer clips of it, leave the class out, or train with shorter windows.");
    }

    private void Draw(Span<float> window, Span<float> target, RandomSource random)
    {
        var (label, power) = DrawOne(window, random);
        if (random.NextFloat() < _options.MixShare)
        {
            var (otherLabel, otherPower) = DrawOne(_other, random);
            var share = random.NextFloat(0.02f, 0.98f);
            Mix(window, power, otherPower, share);
            target[label] += share;
            target[otherLabel] += 1 - share;
        }
        else
        {
            target[label] = 1;
        }

        TensorPrimitives.Min(window, _highest, window);
        TensorPrimitives.Max(window, _lowest, window);
        Mask(window, random);
    }

    /// <summary>Draws a window of one clip with its own gain, frequency response, pitch and tempo.</summary>
    private (int Label, double Power) DrawOne(Span<float> window, RandomSource random)
    {
        var label = random.NextInt(_classes.Length);
        var clip = _classes[label][random.NextInt(_classes[label].Length)];
        var start = clip.Starts[random.NextInt(clip.Starts.Length)];
        var gain = random.NextFloat(-_options.GainDecibels, _options.GainDecibels);
        DrawResponse(gain, random);
        var tempo = 1 + random.NextFloat(-_options.TimeStretch, _options.TimeStretch);
        var shift = random.NextFloat(-_options.BandShift, _options.BandShift);
        Warp.Read(clip.Clip.Values, _set.Bands, start, tempo, shift, window);
        for (var frame = 0; frame < _frames; frame++)
        {
            // Integers to features, then the offsets, in one pass over the row.
            var row = window.Slice(frame * _set.Bands, _set.Bands);
            TensorPrimitives.MultiplyAdd(row, _set.Scale, _offsets, row);
        }

        return (label, clip.Power(start) * Math.Pow(10, gain / 10));
    }

    /// <summary>For each band the zero point and a smooth random frequency response, as an offset of features.</summary>
    private void DrawResponse(float gain, RandomSource random)
    {
        var knots = new float[Math.Max(_options.EqualizerKnots, 2)];
        for (var i = 0; i < knots.Length; i++)
        {
            knots[i] = gain + (random.NextNormal() * _options.EqualizerDecibels);
        }

        for (var band = 0; band < _set.Bands; band++)
        {
            var position = (float)band / Math.Max(_set.Bands - 1, 1) * (knots.Length - 1);
            var knot = Math.Min((int)position, knots.Length - 2);
            var decibels = knots[knot] + ((knots[knot + 1] - knots[knot]) * (position - knot));
            _offsets[band] = (decibels / DecibelsPerDoubling * _set.UnitsPerDoubling[band]) - (_set.ZeroPoint * _set.Scale);
        }
    }

    /// <summary>
    /// Adds the powers of two windows so that the first is heard at <paramref name="share"/> of the mixture: the ratio
    /// makes up for their levels, as between-class learning does for sound pressure.
    /// </summary>
    private void Mix(Span<float> window, double power, double otherPower, float share)
    {
        var levelRatio = Math.Sqrt(Math.Max(power, 1e-12) / Math.Max(otherPower, 1e-12));
        var amplitude = 1 / (1 + (levelRatio * (1 - share) / share));
        var square = amplitude * amplitude;
        var otherSquare = (1 - amplitude) * (1 - amplitude);
        ToPower(window, square / (square + otherSquare));
        ToPower(_other, otherSquare / (square + otherSquare));
        TensorPrimitives.Add(window, _other, window);
        TensorPrimitives.Log2(window, window);
        TensorPrimitives.Multiply(window, _units, window);
    }

    private void ToPower(Span<float> window, double weight)
    {
        TensorPrimitives.Multiply(window, _inverseUnits, window);
        TensorPrimitives.Add(window, (float)Math.Log2(Math.Max(weight, 1e-12)), window);
        TensorPrimitives.Exp2(window, window);
    }

    private void Mask(Span<float> window, RandomSource random)
    {
        for (var i = 0; i < _options.TimeMasks; i++)
        {
            var (start, length) = DrawRun(_frames, _options.TimeMaskShare, random);
            window.Slice(start * _set.Bands, length * _set.Bands).Clear();
        }

        for (var i = 0; i < _options.BandMasks; i++)
        {
            var (start, length) = DrawRun(_set.Bands, _options.BandMaskShare, random);
            for (var frame = 0; frame < _frames; frame++)
            {
                window.Slice((frame * _set.Bands) + start, length).Clear();
            }
        }
    }

    private static (int Start, int Length) DrawRun(int size, float share, RandomSource random)
    {
        var length = random.NextInt((int)(size * share) + 1);
        return (random.NextInt(size - length + 1), length);
    }
}
