using System.Numerics.Tensors;
using Earshot.Training.Features;

namespace Earshot.Training.Sampling;

/// <summary>Adds sounds that only their log-mel features are known of: features to power, sum, and back.</summary>
internal sealed class SoundPower
{
    private readonly float[] _units;
    private readonly float[] _inverseUnits;

    internal SoundPower(FeatureSet set, int frames)
    {
        _units = [.. Enumerable.Range(0, frames).SelectMany(_ => set.UnitsPerDoubling)];
        _inverseUnits = [.. _units.Select(units => 1 / units)];
    }

    /// <summary>Adds the powers of two windows, each multiplied with a weight.</summary>
    /// <param name="window">[frames][bands]: one of them, and the sum.</param>
    /// <param name="weight">What its power is multiplied with.</param>
    /// <param name="other">[frames][bands]: the other; destroyed.</param>
    /// <param name="otherWeight">What its power is multiplied with.</param>
    internal void Add(Span<float> window, double weight, Span<float> other, double otherWeight)
    {
        ToPower(window, weight);
        ToPower(other, otherWeight);
        TensorPrimitives.Add(window, other, window);
        TensorPrimitives.Log2(window, window);
        TensorPrimitives.Multiply(window, _units, window);
    }

    private void ToPower(Span<float> window, double weight)
    {
        TensorPrimitives.Multiply(window, _inverseUnits, window);
        TensorPrimitives.Add(window, (float)Math.Log2(Math.Max(weight, 1e-12)), window);
        TensorPrimitives.Exp2(window, window);
    }
}
