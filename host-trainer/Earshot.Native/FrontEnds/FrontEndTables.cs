namespace Earshot.Native;

/// <summary>
/// A front end as the C module and the model pack take it; docs/model-pack.md says what each value does. Computed in
/// double precision.
/// </summary>
public sealed record FrontEndTables
{
    /// <summary>Samples a second.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Samples of a frame.</summary>
    public required int FrameSamples { get; init; }

    /// <summary>Samples from one frame to the next.</summary>
    public required int HopSamples { get; init; }

    /// <summary>Size of the Fourier transform.</summary>
    public required int FftSize { get; init; }

    /// <summary>Kind of normalisation.</summary>
    public required NormalisationMode Normalisation { get; init; }

    /// <summary>Band powers below it count as it.</summary>
    public required float PowerFloor { get; init; }

    /// <summary>Shift of the affine step.</summary>
    public required int Shift { get; init; }

    /// <summary>Zero point of the features.</summary>
    public required int ZeroPoint { get; init; }

    /// <summary>Scale of the features.</summary>
    public required float Scale { get; init; }

    /// <summary>Causal: the running level after a reset, Q8 log2.</summary>
    public required int LevelStart { get; init; }

    /// <summary>Causal: rate of the running level, in 1/65536 a frame.</summary>
    public required uint LevelRate { get; init; }

    /// <summary>Weight of each sample of a frame.</summary>
    public required float[] Window { get; init; }

    /// <summary>First bin and number of bins of each mel band.</summary>
    public required (ushort FirstBin, ushort Bins)[] Bands { get; init; }

    /// <summary>Weights of the bands' bins, band after band.</summary>
    public required float[] BandWeights { get; init; }

    /// <summary>Weight of each bin's power in the level.</summary>
    public required float[] LevelWeights { get; init; }

    /// <summary>Mean of each band, Q8 log2.</summary>
    public required int[] Means { get; init; }

    /// <summary>Multiplier of each band.</summary>
    public required int[] Multipliers { get; init; }

    /// <summary>Computes the tables of a configuration.</summary>
    /// <exception cref="InputException">A setting is out of range.</exception>
    public static FrontEndTables Build(FrontEndConfiguration configuration)
    {
        configuration.Validate();
        var window = HannWindow(configuration.FrameSamples);
        var (bands, bandWeights) = MelFilterBank.Build(configuration);
        var statistics = configuration.Statistics;
        var (multipliers, shift) = AffineMultipliers(configuration);
        var causal = configuration.Normalisation == NormalisationMode.Causal;
        return new FrontEndTables
        {
            SampleRate = configuration.SampleRate,
            FrameSamples = configuration.FrameSamples,
            HopSamples = configuration.HopSamples,
            FftSize = configuration.FftSize,
            Normalisation = configuration.Normalisation,
            PowerFloor = (float)configuration.PowerFloor,
            Shift = shift,
            ZeroPoint = configuration.FeatureZeroPoint,
            Scale = (float)configuration.FeatureScale,
            LevelStart = causal ? ToQ8(statistics?.StartLevel ?? 0) : 0,
            LevelRate = causal ? LevelRateOf(configuration) : 0,
            Window = window,
            Bands = bands,
            BandWeights = bandWeights,
            LevelWeights = LevelWeighting.Build(configuration, window),
            Means = [.. Enumerable.Range(0, configuration.Bands).Select(band => ToQ8(statistics?.Means[band] ?? 0))],
            Multipliers = multipliers,
        };
    }

    internal static uint LevelRateOf(FrontEndConfiguration configuration)
    {
        var frames = configuration.LevelSeconds * configuration.SampleRate / configuration.HopSamples;
        return (uint)Math.Clamp(Math.Round(65536 * (1 - Math.Exp(-1 / frames))), 1, 65536);
    }

    internal static int ToQ8(double log2) => (int)Math.Round(Math.Clamp(log2, -127, 127) * 256);

    // The periodic form: its spectrum is exactly three bins wide, so a constant offset stays in the lowest two.
    private static float[] HannWindow(int samples) =>
        [.. Enumerable.Range(0, samples).Select(i => (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * i / samples)))];

    private static (int[] Multipliers, int Shift) AffineMultipliers(FrontEndConfiguration configuration)
    {
        var factors = Enumerable.Range(0, configuration.Bands)
            .Select(band => 1 / (256 * (configuration.Statistics?.Deviations[band] ?? 1) * configuration.FeatureScale))
            .ToArray();
        // The shift that brings the largest multiplier just below 2^31, within what the format allows.
        var shift = Math.Clamp(30 - (int)Math.Floor(Math.Log2(factors.Max())), 1, 47);
        var multipliers = factors.Select(factor => (int)Math.Clamp(Math.Round(Math.ScaleB(factor, shift)), 1, int.MaxValue)).ToArray();
        return (multipliers, shift);
    }
}
