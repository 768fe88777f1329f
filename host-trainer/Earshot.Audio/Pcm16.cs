namespace Earshot.Audio;

/// <summary>
/// Conversion between floating point (full scale ±1) and 16-bit samples. It rounds to nearest, ties to even, and
/// saturates; it does not dither, so that the same file always gives the same samples.
/// </summary>
public static class Pcm16
{
    private const float FullScale = 32768f;

    /// <summary>Converts one sample.</summary>
    /// <exception cref="ArgumentException">The sample is not a number.</exception>
    public static short FromFloat(float sample)
    {
        if (float.IsNaN(sample))
        {
            throw new ArgumentException("A sample is not a number.", nameof(sample));
        }

        var scaled = MathF.Round(sample * FullScale, MidpointRounding.ToEven);
        return (short)Math.Clamp(scaled, short.MinValue, short.MaxValue);
    }

    /// <summary>Converts <paramref name="source"/> into the start of <paramref name="target"/>.</summary>
    /// <exception cref="ArgumentException">The target is too short, or a sample is not a number.</exception>
    public static void FromFloat(ReadOnlySpan<float> source, Span<short> target)
    {
        if (target.Length < source.Length)
        {
            throw new ArgumentException("The target is shorter than the source.", nameof(target));
        }

        for (var i = 0; i < source.Length; i++)
        {
            target[i] = FromFloat(source[i]);
        }
    }

    /// <summary>Converts all samples.</summary>
    /// <exception cref="ArgumentException">A sample is not a number.</exception>
    public static short[] FromFloat(ReadOnlySpan<float> source)
    {
        var target = new short[source.Length];
        FromFloat(source, target);
        return target;
    }

    /// <summary>Converts 16-bit samples to floating point; exact.</summary>
    public static float[] ToFloat(ReadOnlySpan<short> source)
    {
        var target = new float[source.Length];
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = source[i] / FullScale;
        }

        return target;
    }
}
