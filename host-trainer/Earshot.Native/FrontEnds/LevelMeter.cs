namespace Earshot.Native;

/// <summary>The A-weighted level of sound, measured by the C module as on the board.</summary>
public sealed class LevelMeter : IDisposable
{
    private readonly FrontEnd _frontEnd;

    /// <summary>A meter with the frames and hops of a front end's configuration.</summary>
    public LevelMeter(FrontEndConfiguration configuration) => _frontEnd = new FrontEnd(FrontEndTables.Build(configuration));

    /// <summary>Level of each frame in dB; 0 is a full-scale sine of 1 kHz, −128 is digital silence.</summary>
    public double[] Levels(ReadOnlySpan<short> pcm) => [.. _frontEnd.Compute(pcm).Levels.Select(level => level / 256.0)];

    /// <summary>Equivalent level (LAeq) of a whole clip in dB: of the mean of its frames' power. −128 when it is silent.</summary>
    public double Equivalent(ReadOnlySpan<short> pcm)
    {
        var levels = Levels(pcm);
        return levels.Length == 0 ? -128 : Math.Max(-128, 10 * Math.Log10(levels.Average(level => Math.Pow(10, level / 10))));
    }

    /// <inheritdoc/>
    public void Dispose() => _frontEnd.Dispose();
}
