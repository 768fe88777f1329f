namespace Earshot.Packing.Format;

/// <summary>The front end of a pack: settings and tables as docs/model-pack.md describes them.</summary>
public sealed record PackFrontEnd
{
    /// <summary>0 = fixed, 1 = causal.</summary>
    public required ushort Normalisation { get; init; }

    /// <summary>Hz.</summary>
    public required uint SampleRate { get; init; }

    /// <summary>Samples of a frame.</summary>
    public required ushort FrameSamples { get; init; }

    /// <summary>Samples from one frame to the next.</summary>
    public required ushort HopSamples { get; init; }

    /// <summary>256, 512 or 1024.</summary>
    public required ushort FftSize { get; init; }

    /// <summary>Band powers below it count as it, in (int16 step)².</summary>
    public required float PowerFloor { get; init; }

    /// <summary>Shift of the affine step.</summary>
    public required byte Shift { get; init; }

    /// <summary>Zero point of the features.</summary>
    public required sbyte ZeroPoint { get; init; }

    /// <summary>Scale of the features: real = (q − zero point) · scale.</summary>
    public required float Scale { get; init; }

    /// <summary>Causal: the level after a reset, Q8 log2.</summary>
    public required int LevelStart { get; init; }

    /// <summary>Causal: 1 to 65536 in 1/65536 a frame.</summary>
    public required uint LevelRate { get; init; }

    /// <summary>One weight a sample of the frame.</summary>
    public required float[] Window { get; init; }

    /// <summary>First FFT bin and number of bins of each mel band.</summary>
    public required (ushort FirstBin, ushort Bins)[] Bands { get; init; }

    /// <summary>The bands' weights, one band after another.</summary>
    public required float[] BandWeights { get; init; }

    /// <summary>A-weighting and scale of each bin, fft size / 2 + 1 values.</summary>
    public required float[] LevelWeights { get; init; }

    /// <summary>Mean of each band, Q8 log2.</summary>
    public required int[] Means { get; init; }

    /// <summary>Multiplier of each band.</summary>
    public required int[] Multipliers { get; init; }

    /// <summary>Bytes of working memory that the front end needs.</summary>
    public int ScratchBytes => Planning.ArenaPlan.Align(4 * FftSize + 16);
}
