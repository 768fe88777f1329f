namespace Earshot.Native;

/// <summary>
/// What a front end is to do, in physical units. <see cref="FrontEndTables.Build"/> turns it into the tables that the C
/// module and the model pack take; nothing else computes them.
/// </summary>
public sealed record FrontEndConfiguration
{
    /// <summary>What the features are.</summary>
    public FrontEndKind Kind { get; init; } = FrontEndKind.LogMel;

    /// <summary>Samples a second, 1000 to 192000.</summary>
    public int SampleRate { get; init; } = 16000;

    /// <summary>Samples of a frame (the analysis window), 16 to <see cref="FftSize"/>.</summary>
    public int FrameSamples { get; init; } = 512;

    /// <summary>Samples from one frame to the next, 1 to <see cref="FrameSamples"/>.</summary>
    public int HopSamples { get; init; } = 256;

    /// <summary>Size of the Fourier transform: 256, 512 or 1024.</summary>
    public int FftSize { get; init; } = 512;

    /// <summary>Number of mel bands, 1 to 256; for samples, of <see cref="HopSamples"/>.</summary>
    public int Bands { get; init; } = 30;

    /// <summary>Lower edge of the lowest band in Hz.</summary>
    public double LowHertz { get; init; } = 50;

    /// <summary>Upper edge of the highest band in Hz, at most half the sample rate.</summary>
    public double HighHertz { get; init; } = 7800;

    /// <summary>Spacing of the bands.</summary>
    public MelScale MelScale { get; init; } = MelScale.Htk;

    /// <summary>Band powers below it count as it, in squared int16 steps: about what rounding to 16 bits leaves in a band.</summary>
    public double PowerFloor { get; init; } = 16;

    /// <summary>Kind of normalisation.</summary>
    public NormalisationMode Normalisation { get; init; } = NormalisationMode.Fixed;

    /// <summary>Causal normalisation: time constant of the running level in seconds.</summary>
    public double LevelSeconds { get; init; } = 2;

    /// <summary>
    /// Size of one int8 step in deviations: real feature = (q - <see cref="FeatureZeroPoint"/>) * scale. The default
    /// reaches four deviations either way.
    /// </summary>
    public double FeatureScale { get; init; } = 1.0 / 32;

    /// <summary>The int8 value of a band at its mean.</summary>
    public int FeatureZeroPoint { get; init; }

    /// <summary>Statistics of the training set; null before they are known, when features only serve to look at.</summary>
    public FeatureStatistics? Statistics { get; init; }

    /// <summary>The frequency in Hz of each band's peak, ascending.</summary>
    /// <exception cref="InputException">There are more bands than FFT bins for them.</exception>
    public IReadOnlyList<double> BandHertz()
    {
        var (peaks, firstBand) = MelFilterBank.Peaks(this);
        return [.. peaks.Skip(firstBand).Take(Bands).Select(peak => peak * SampleRate / FftSize)];
    }

    /// <summary>Throws when a setting is out of range.</summary>
    /// <exception cref="InputException">Names the setting, its value and its range.</exception>
    public void Validate()
    {
        Require(SampleRate is >= 1000 and <= 192000, nameof(SampleRate), SampleRate, "1000 to 192000 Hz");
        Require(FftSize is 256 or 512 or 1024, nameof(FftSize), FftSize, "256, 512 or 1024");
        Require(FrameSamples >= 16 && FrameSamples <= FftSize, nameof(FrameSamples), FrameSamples, $"16 to {FftSize} (FftSize)");
        Require(HopSamples >= 1 && HopSamples <= FrameSamples, nameof(HopSamples), HopSamples, $"1 to {FrameSamples} (FrameSamples)");
        Require(Bands is >= 1 and <= 256, nameof(Bands), Bands, "1 to 256");
        Require(HighHertz > 0 && HighHertz <= SampleRate / 2.0, nameof(HighHertz), HighHertz, $"up to {SampleRate / 2.0} Hz (half the sample rate)");
        Require(LowHertz >= 0 && LowHertz < HighHertz, nameof(LowHertz), LowHertz, $"0 to less than {HighHertz} Hz (HighHertz)");
        Require(PowerFloor >= Math.ScaleB(1, -40) && PowerFloor <= Math.ScaleB(1, 60), nameof(PowerFloor), PowerFloor, "2^-40 to 2^60");
        Require(LevelSeconds > 0 && LevelSeconds <= 3600, nameof(LevelSeconds), LevelSeconds, "more than 0, up to 3600 s");
        Require(FeatureScale is >= 0.001 and <= 100, nameof(FeatureScale), FeatureScale, "0.001 to 100");
        Require(FeatureZeroPoint is >= -128 and <= 127, nameof(FeatureZeroPoint), FeatureZeroPoint, "-128 to 127");
        Require(
            Statistics is null || (Statistics.Means.Length == Bands && Statistics.Deviations.Length == Bands),
            nameof(Statistics), Statistics?.Means.Length, $"one mean and one deviation for each of the {Bands} bands");
        Require(Kind is FrontEndKind.LogMel or FrontEndKind.Samples, nameof(Kind), Kind, "LogMel or Samples");
        if (Kind == FrontEndKind.Samples)
        {
            Require(Bands == HopSamples, nameof(Bands), Bands, $"{HopSamples} (HopSamples) for samples");
            Require(FeatureZeroPoint == 0, nameof(FeatureZeroPoint), FeatureZeroPoint, "0 for samples");
            Require(Normalisation == NormalisationMode.Fixed, nameof(Normalisation), Normalisation, "Fixed for samples");
            Require(Statistics is null, nameof(Statistics), "given", "none for samples");
        }
    }

    private static void Require(bool condition, string setting, object? value, string range)
    {
        if (!condition)
        {
            throw new InputException(
                "front end",
                FormattableString.Invariant($"{setting} is {value}."),
                FormattableString.Invariant($"Choose {range}."));
        }
    }
}
