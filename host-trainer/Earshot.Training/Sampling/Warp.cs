namespace Earshot.Training.Sampling;

/// <summary>Reads a window of int8 features at another tempo and pitch, interpolating linearly.</summary>
internal static class Warp
{
    /// <param name="values">int8 [frames][bands] of the whole clip.</param>
    /// <param name="bands">Mel bands.</param>
    /// <param name="start">The window's first frame.</param>
    /// <param name="tempo">Frames of the clip for one of the window, around the window's middle.</param>
    /// <param name="shift">Bands by which the sound rises.</param>
    /// <param name="window">[frames][bands]; beyond the clip's ends and the outer bands the last value is repeated.</param>
    internal static void Read(
        ReadOnlySpan<sbyte> values, int bands, int start, float tempo, float shift, Span<float> window)
    {
        var clipFrames = values.Length / bands;
        var frames = window.Length / bands;
        var middle = start + ((frames - 1) / 2f);
        var whole = (int)MathF.Floor(-shift);
        var part = -shift - whole;
        for (var frame = 0; frame < frames; frame++)
        {
            var position = Math.Clamp(middle + ((frame - ((frames - 1) / 2f)) * tempo), 0, clipFrames - 1);
            var before = Math.Min((int)position, Math.Max(clipFrames - 2, 0));
            var late = position - before;
            var early = values.Slice(before * bands, bands);
            var later = values.Slice(Math.Min(before + 1, clipFrames - 1) * bands, bands);
            var row = window.Slice(frame * bands, bands);
            for (var band = 0; band < bands; band++)
            {
                var low = Math.Clamp(band + whole, 0, bands - 1);
                var high = Math.Clamp(band + whole + 1, 0, bands - 1);
                var first = early[low] + ((early[high] - early[low]) * part);
                var second = later[low] + ((later[high] - later[low]) * part);
                row[band] = first + ((second - first) * late);
            }
        }
    }
}
