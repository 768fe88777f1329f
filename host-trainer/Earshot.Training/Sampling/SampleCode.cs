namespace Earshot.Training.Sampling;

/// <summary>
/// Samples in eight bits as the C module's front end has them: sign and μ-law code (ITU-T G.711) of the upper 14 bits.
/// </summary>
public static class SampleCode
{
    private const int Bias = 33;
    private const int Largest = 8191;

    private static readonly float[] Samples = [.. Enumerable.Range(sbyte.MinValue, 256).Select(code => Middle(code))];

    /// <summary>The sample in the middle of those that have a code, in 16-bit steps.</summary>
    /// <param name="code">−127 to 127.</param>
    public static float Expand(sbyte code) => Samples[code - sbyte.MinValue];

    /// <summary>The code of a sample in 16-bit steps; beyond ±32767 that of the nearest.</summary>
    public static sbyte Compress(float sample)
    {
        var magnitude = Math.Min(((int)Math.Min(MathF.Abs(sample), short.MaxValue) >> 2) + Bias, Largest);
        var segment = int.Log2(magnitude) - 5;
        var code = (16 * segment) + (magnitude >> (segment + 1)) - 16;
        return (sbyte)(sample < 0 ? -code : code);
    }

    private static float Middle(int code)
    {
        var (segment, step) = Math.DivRem(Math.Abs(code), 16);
        var magnitude = ((16 + step) << (segment + 1)) + (1 << segment) - Bias;
        return 4 * Math.Sign(code) * magnitude;
    }
}
