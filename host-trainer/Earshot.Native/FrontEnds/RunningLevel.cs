namespace Earshot.Native;

/// <summary>
/// The running level of causal normalisation, which <see cref="FeatureStatistics"/> needs to know before there are
/// features to look at: the integer recurrence of docs/model-pack.md. A test holds it against the C module's features.
/// </summary>
/// <param name="rate">1 to 65536, in 1/65536 a frame.</param>
/// <param name="startQ8">Level at the start, Q8 log2.</param>
internal struct RunningLevel(uint rate, int startQ8)
{
    private int _running = startQ8 * 256;

    /// <summary>Takes one frame in; returns what to subtract from its bands, Q8.</summary>
    public int Next(ReadOnlySpan<short> logMel)
    {
        var mean = MeanQ16(logMel);
        _running += (int)(((long)(mean - _running) * rate + 32768) >> 16);
        return (_running + 128) >> 8;
    }

    /// <summary>Mean log2 level of all frames with sound, 0 when there is none.</summary>
    public static double MeanOf(IEnumerable<FeatureFrames> clips)
    {
        var sum = 0.0;
        var count = 0L;
        foreach (var clip in clips)
        {
            for (var frame = 0; frame < clip.Frames; frame++)
            {
                if (clip.Levels[frame] != FeatureFrames.SilenceLevel)
                {
                    sum += MeanQ16(clip.LogMel.AsSpan(frame * clip.Bands, clip.Bands)) / 65536.0;
                    count++;
                }
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    private static int MeanQ16(ReadOnlySpan<short> logMel)
    {
        const int offset = 16384;
        var sum = 0u;
        foreach (var value in logMel)
        {
            sum += (uint)(value + offset);
        }

        return (int)((sum * 256 + (uint)logMel.Length / 2) / (uint)logMel.Length) - offset * 256;
    }
}
