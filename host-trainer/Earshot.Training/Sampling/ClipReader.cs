using System.Numerics.Tensors;
using Earshot.Training.Features;
using Earshot.Training.Randomness;

namespace Earshot.Training.Sampling;

/// <summary>Draws windows of single clips, each with its own gain, frequency response, pitch, tempo and place in time.</summary>
internal sealed class ClipReader
{
    private const float DecibelsPerDoubling = 3.0103f;

    private readonly FeatureSet _set;
    private readonly AugmentationOptions _options;
    private readonly FrequencyResponse _response;
    private readonly ClipIndex[][] _classes;
    private readonly ClassDraw _draw;
    private readonly ClipIndex[] _noise;
    private readonly int _frames;
    private readonly float[] _decibels;
    private readonly float[] _offsets;
    private readonly float[] _rolled;

    internal ClipReader(FeatureSet set, QuietGate gate, AugmentationOptions options, int frames)
    {
        _set = set;
        _options = options;
        _frames = frames;
        _response = new FrequencyResponse(set, options);
        _classes = [.. set.Labels.Select((label, index) => ClipIndex.OfClass(set, gate, frames, label, index))];
        _draw = new ClassDraw([.. _classes.Select(clips => clips.Length)], options, set.AuxiliaryLabels);
        _noise = [.. set.Noise.Where(clip => clip.Frames >= frames).Select(clip => new ClipIndex(clip, gate, frames, set.HopSeconds))];
        _decibels = new float[set.Bands];
        _offsets = new float[set.Bands];
        _rolled = new float[frames * set.Bands];
    }

    /// <summary>Reads a window of a class.</summary>
    /// <returns>The class, and the window's mean power relative to a full-scale sine.</returns>
    internal (int Label, double Power) Draw(Span<float> window, RandomSource random)
    {
        var label = _draw.Next(random);
        var clip = _classes[label][random.NextInt(_classes[label].Length)];
        var start = clip.Starts[random.NextInt(clip.Starts.Length)];
        var gain = random.NextFloat(-_options.GainDecibels, _options.GainDecibels);
        _response.DrawEqualizer(_decibels, gain, random);
        var tempo = 1 + random.NextFloat(-_options.TimeStretch, _options.TimeStretch);
        var shift = random.NextFloat(-_options.BandShift, _options.BandShift);
        Read(clip, start, tempo, shift, window);
        if (_options.TimeRoll > 0)
        {
            Roll(window, random.NextFloat(-_options.TimeRoll, _options.TimeRoll));
        }

        return (label, clip.Power(start) * Math.Pow(10, gain / 10));
    }

    /// <summary>Reads a window of one of the first <paramref name="kinds"/> coloured noises, as it is.</summary>
    /// <returns>The window's mean power relative to a full-scale sine.</returns>
    internal double DrawNoise(Span<float> window, int kinds, RandomSource random)
    {
        var noise = _noise[random.NextInt(Math.Min(kinds, _noise.Length))];
        var start = noise.Starts[random.NextInt(noise.Starts.Length)];
        Array.Clear(_decibels);
        Read(noise, start, 1, 0, window);
        return noise.Power(start);
    }

    /// <summary>Draws a microphone and lets it hear a window.</summary>
    internal void ApplyMicrophone(Span<float> window, RandomSource random)
    {
        _response.DrawMicrophone(_decibels, random);
        for (var band = 0; band < _set.Bands; band++)
        {
            _offsets[band] = _decibels[band] / DecibelsPerDoubling * _set.UnitsPerDoubling[band];
        }

        for (var frame = 0; frame < _frames; frame++)
        {
            var row = window.Slice(frame * _set.Bands, _set.Bands);
            TensorPrimitives.Add(row, _offsets, row);
        }
    }

    private void Read(ClipIndex clip, int start, float tempo, float shift, Span<float> window)
    {
        Warp.Read(clip.Clip.Values, _set.Bands, start, tempo, shift, window);
        for (var band = 0; band < _set.Bands; band++)
        {
            _offsets[band] = (_decibels[band] / DecibelsPerDoubling * _set.UnitsPerDoubling[band]) - (_set.ZeroPoint * _set.Scale);
        }

        for (var frame = 0; frame < _frames; frame++)
        {
            // Integers to features, then the offsets, in one pass over the row.
            var row = window.Slice(frame * _set.Bands, _set.Bands);
            TensorPrimitives.MultiplyAdd(row, _set.Scale, _offsets, row);
        }
    }

    private void Roll(Span<float> window, float share)
    {
        var frames = (int)MathF.Round(share * _frames);
        var split = (((-frames % _frames) + _frames) % _frames) * _set.Bands;
        window.CopyTo(_rolled);
        _rolled.AsSpan(split).CopyTo(window);
        _rolled.AsSpan(0, split).CopyTo(window[(window.Length - split)..]);
    }
}
