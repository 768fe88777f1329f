namespace Earshot.Datasets.Synthetic.Synthesis;

/// <summary>A second-order filter (R. Bristow-Johnson, "Cookbook formulae for audio equalizer biquad filter coefficients").</summary>
internal sealed class Filter
{
    private readonly double _b0, _b1, _b2, _a1, _a2;
    private double _x1, _x2, _y1, _y2;

    private Filter(double b0, double b1, double b2, double a0, double a1, double a2)
    {
        (_b0, _b1, _b2, _a1, _a2) = (b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
    }

    /// <summary>Passes a band; 0 dB at its centre.</summary>
    public static Filter Band(double frequency, double quality)
    {
        var (cosine, alpha) = Design(frequency, quality);
        return new Filter(alpha, 0, -alpha, 1 + alpha, -2 * cosine, 1 - alpha);
    }

    /// <summary>Passes what lies below a frequency.</summary>
    public static Filter Low(double frequency, double quality = 0.7)
    {
        var (cosine, alpha) = Design(frequency, quality);
        return new Filter((1 - cosine) / 2, 1 - cosine, (1 - cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha);
    }

    /// <summary>Passes what lies above a frequency.</summary>
    public static Filter High(double frequency, double quality = 0.7)
    {
        var (cosine, alpha) = Design(frequency, quality);
        return new Filter((1 + cosine) / 2, -(1 + cosine), (1 + cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha);
    }

    /// <summary>Takes a sample and gives the filtered one.</summary>
    public double Next(double x)
    {
        var y = (_b0 * x) + (_b1 * _x1) + (_b2 * _x2) - (_a1 * _y1) - (_a2 * _y2);
        (_x2, _x1, _y2, _y1) = (_x1, x, _y1, y);
        return y;
    }

    private static (double Cosine, double Alpha) Design(double frequency, double quality)
    {
        var turns = Math.Clamp(frequency / Sound.SampleRate, 0.0005, 0.49);
        return (Sine.CosineOfTurns(turns), Sine.OfTurns(turns) / (2 * quality));
    }
}
