namespace Earshot.Native;

/// <summary>
/// A front end as the C module and the model pack take it; docs/model-pack.md says what each value does. Computed in
/// double precision.
/// </summary>
public sealed record FrontEndTables
{
    /// <summary>What the features are.</summary>
    public required FrontEndKind Kind { get; init; }

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

    /// <summary>Number of mel bands, or of the samples of a hop.</summary>
    public required int BandCount { get; init; }

    /// <summary>log2 of the scale of the powers, Q16.</summary>
    public required int LogOffset { get; init; }

    /// <summary>Smallest log2 of a band, Q8.</summary>
    public required int LogFloor { get; init; }

    /// <summary>Added to the level, 1/256 dB.</summary>
    public required int LevelOffset { get; init; }

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

    /// <summary>Window in fixed point, [fft size].</summary>
    public required int[] Window { get; init; }

    /// <summary>The filter bank.</summary>
    public required Triangle[] Triangles { get; init; }

    /// <summary>Index of the triangle that is the lowest band; for samples the number of triangles.</summary>
    public required int FirstBand { get; init; }

    /// <summary>Mean of each band, Q8 log2; none for samples.</summary>
    public required int[] Means { get; init; }

    /// <summary>Multiplier of each band; none for samples.</summary>
    public required int[] Multipliers { get; init; }

    // With samples the filter bank serves the level alone, which does not depend on how many bands there are.
    private const int LevelBands = 40;

    /// <summary>Computes the tables of a configuration.</summary>
    /// <exception cref="InputException">A setting is out of range.</exception>
    public static FrontEndTables Build(FrontEndConfiguration configuration)
    {
        configuration.Validate();
        var window = HannWindow(configuration.FrameSamples);
        var hearsSamples = configuration.Kind == FrontEndKind.Samples;
        var (peaks, firstBand) = MelFilterBank.Peaks(hearsSamples ? configuration with { Bands = LevelBands } : configuration);
        var triangles = LevelWeighting.Apply(
            MelFilterBank.Triangles(peaks, configuration.FftSize), peaks, (double)configuration.SampleRate / configuration.FftSize);
        var scale = WindowScale.Choose(window, configuration.FftSize, triangles.Max(triangle => triangle.Bins));
        var statistics = configuration.Statistics;
        var (multipliers, shift) = hearsSamples ? ([], 0) : AffineMultipliers(configuration);
        var causal = configuration.Normalisation == NormalisationMode.Causal;
        return new FrontEndTables
        {
            Kind = configuration.Kind,
            SampleRate = configuration.SampleRate,
            FrameSamples = configuration.FrameSamples,
            HopSamples = configuration.HopSamples,
            FftSize = configuration.FftSize,
            Normalisation = configuration.Normalisation,
            BandCount = configuration.Bands,
            LogOffset = scale.LogOffset,
            LogFloor = (int)Math.Round(256 * Math.Log2(configuration.PowerFloor)),
            LevelOffset = scale.LevelOffset,
            Shift = shift,
            ZeroPoint = configuration.FeatureZeroPoint,
            Scale = (float)configuration.FeatureScale,
            LevelStart = causal ? ToQ8(statistics?.StartLevel ?? 0) : 0,
            LevelRate = causal ? LevelRateOf(configuration) : 0,
            Window = scale.Window,
            Triangles = triangles,
            FirstBand = hearsSamples ? triangles.Length : firstBand,
            Means = [.. Enumerable.Range(0, hearsSamples ? 0 : configuration.Bands).Select(band => ToQ8(statistics?.Means[band] ?? 0))],
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
    private static double[] HannWindow(int samples) =>
        [.. Enumerable.Range(0, samples).Select(i => 0.5 - 0.5 * Math.Cos(2 * Math.PI * i / samples))];

    private static (int[] Multipliers, int Shift) AffineMultipliers(FrontEndConfiguration configuration)
    {
        var factors = Enumerable.Range(0, configuration.Bands)
            .Select(band => 1 / (256 * (configuration.Statistics?.Deviations[band] ?? 1) * configuration.FeatureScale))
            .ToArray();
        // The shift that brings the largest multiplier just below 2^31, within what the format allows.
        var shift = Math.Clamp(30 - (int)Math.Floor(Math.Log2(factors.Max())), 24, 47);
        var multipliers = factors.Select(factor => (int)Math.Clamp(Math.Round(Math.ScaleB(factor, shift)), 1, int.MaxValue)).ToArray();
        return (multipliers, shift);
    }
}
