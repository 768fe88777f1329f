namespace Earshot.Datasets.Synthetic.Synthesis;

/// <summary>
/// Powers from multiplication, division and square roots, which IEEE 754 rounds the same way everywhere; the
/// library's exp and pow may differ in the last bit between systems.
/// </summary>
internal static class Exponent
{
    private const int FractionBits = 24;

    /// <summary>A positive base to a power within ±1000; the fraction is exact to 2⁻²⁴.</summary>
    public static double Power(double @base, double exponent)
    {
        if (exponent < 0)
        {
            return 1 / Power(@base, -exponent);
        }

        var whole = (int)exponent;
        var fraction = (int)((exponent - whole) * (1 << FractionBits));
        double result = 1, root = @base;
        for (var i = 0; i < whole; i++)
        {
            result *= @base;
        }

        for (var bit = FractionBits - 1; bit >= 0 && fraction > 0; bit--)
        {
            root = Math.Sqrt(root);
            if ((fraction & (1 << bit)) != 0)
            {
                result *= root;
            }
        }

        return result;
    }

    /// <summary>The amplitude of a level in dB.</summary>
    public static double Amplitude(double decibels) => Power(10, decibels / 20);

    /// <summary>The factor per sample of a decay to 1/e in <paramref name="seconds"/>: Padé's [1/1] approximation of exp.</summary>
    public static double DecayFactor(double seconds)
    {
        var half = 0.5 / (seconds * Sound.SampleRate);
        return half < 1 ? (1 - half) / (1 + half) : 0;
    }
}
