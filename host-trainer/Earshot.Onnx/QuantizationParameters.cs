namespace Earshot.Onnx;

/// <summary>What the int8 values of a tensor stand for: real = (q − <see cref="ZeroPoint"/>) · <see cref="Scale"/>.</summary>
/// <param name="Scale">Positive and finite.</param>
/// <param name="ZeroPoint">−128 to 127.</param>
public readonly record struct QuantizationParameters(float Scale, sbyte ZeroPoint)
{
    /// <summary>The smallest real value.</summary>
    public float Minimum => (sbyte.MinValue - ZeroPoint) * Scale;

    /// <summary>The largest real value.</summary>
    public float Maximum => (sbyte.MaxValue - ZeroPoint) * Scale;

    /// <summary>Parameters that span a range of real values; zero is always inside and exact.</summary>
    public static QuantizationParameters FromRange(float minimum, float maximum)
    {
        minimum = Math.Min(minimum, 0);
        maximum = Math.Max(maximum, 0);
        var scale = (maximum - minimum) / 255;
        if (!float.IsFinite(scale))
        {
            throw new ArgumentOutOfRangeException(nameof(maximum), $"[{minimum}, {maximum}] is not a finite range.");
        }

        if (scale < 1e-12f)
        {
            // A tensor that is always zero; any scale represents it.
            return new QuantizationParameters(1f / 255, sbyte.MinValue);
        }

        var zeroPoint = MathF.Round(sbyte.MinValue - minimum / scale);
        return new QuantizationParameters(scale, (sbyte)Math.Clamp(zeroPoint, sbyte.MinValue, sbyte.MaxValue));
    }

    /// <summary>Quantises as ONNX QuantizeLinear does: divide, round half to even, add the zero point, saturate.</summary>
    public sbyte Quantize(float value) =>
        (sbyte)Math.Clamp(MathF.Round(value / Scale) + ZeroPoint, sbyte.MinValue, sbyte.MaxValue);

    /// <summary>The real value of a quantised one.</summary>
    public float Dequantize(sbyte value) => (value - ZeroPoint) * Scale;
}
