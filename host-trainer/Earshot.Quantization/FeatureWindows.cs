using Earshot.Onnx;

namespace Earshot.Quantization;

/// <summary>
/// Windows of int8 features as the front end makes them: [window][frame][band], oldest frame and lowest band first.
/// </summary>
public sealed class FeatureWindows
{
    /// <summary>Wraps features without copying them.</summary>
    /// <param name="values">All windows, one after another.</param>
    /// <param name="frames">Frames of a window.</param>
    /// <param name="bands">Mel bands of a frame.</param>
    /// <param name="parameters">Scale and zero point of the front end.</param>
    /// <exception cref="ArgumentException">The values are not a whole number of windows.</exception>
    public FeatureWindows(ReadOnlyMemory<sbyte> values, int frames, int bands, QuantizationParameters parameters)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frames);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bands);
        if (values.Length % (frames * bands) != 0)
        {
            throw new ArgumentException($"{values.Length} values are not whole windows of {frames} × {bands}.", nameof(values));
        }

        (Values, Frames, Bands, Parameters) = (values, frames, bands, parameters);
    }

    /// <summary>All windows, one after another.</summary>
    public ReadOnlyMemory<sbyte> Values { get; }

    /// <summary>Frames of a window.</summary>
    public int Frames { get; }

    /// <summary>Mel bands of a frame.</summary>
    public int Bands { get; }

    /// <summary>Scale and zero point of the features.</summary>
    public QuantizationParameters Parameters { get; }

    /// <summary>Values of one window.</summary>
    public int WindowSize => Frames * Bands;

    /// <summary>Number of windows.</summary>
    public int Count => Values.Length / WindowSize;

    /// <summary>One window.</summary>
    public ReadOnlySpan<sbyte> Window(int index) => Values.Span.Slice(index * WindowSize, WindowSize);

    /// <summary>
    /// The real values of some windows, [window][frame][band], or [window][band][frame] for a model that keeps time in
    /// the last axis.
    /// </summary>
    public float[] Dequantize(int first, int count, bool bandsFirst = false)
    {
        var result = new float[count * WindowSize];
        for (var window = 0; window < count; window++)
        {
            var source = Window(first + window);
            for (var index = 0; index < source.Length; index++)
            {
                var place = bandsFirst ? index % Bands * Frames + index / Bands : index;
                result[window * WindowSize + place] = Parameters.Dequantize(source[index]);
            }
        }

        return result;
    }

    /// <summary>At most <paramref name="count"/> windows, evenly spread over all of them.</summary>
    public FeatureWindows Spread(int count)
    {
        if (count >= Count)
        {
            return this;
        }

        var picked = new sbyte[count * WindowSize];
        for (var window = 0; window < count; window++)
        {
            Window((int)((long)window * Count / count)).CopyTo(picked.AsSpan(window * WindowSize));
        }

        return new FeatureWindows(picked, Frames, Bands, Parameters);
    }
}
