namespace Earshot.Native;

/// <summary>
/// The window in the module's fixed point, as large as no sum can overflow: docs/model-pack.md gives the limits, the C
/// module checks them.
/// </summary>
/// <param name="Window">[fft size], the real window times a power of two, then zeros.</param>
/// <param name="LogOffset">log2 of the scale of the powers, Q16.</param>
/// <param name="LevelOffset">What brings a full-scale sine of 1 kHz to 0, 1/256 dB.</param>
internal sealed record WindowScale(int[] Window, int LogOffset, int LevelOffset)
{
    private const int LargestExponent = 25;

    public static WindowScale Choose(double[] window, int fftSize, int mostBins)
    {
        var halvings = fftSize == 256 ? 2 : 3;
        var exponent = LargestExponent;
        var scaled = Scale(window, fftSize, exponent);
        while (!Fits(scaled, halvings, mostBins))
        {
            scaled = Scale(window, fftSize, --exponent);
        }

        var powerExponent = 2 * (1 + exponent - 16 - halvings);
        var energy = window.Sum(value => value * value);
        var fullScale = 32768.0 * 32768.0 / 2;
        // 4: the weights are in halves, and each bin stands for its mirror image as well.
        var level = Math.Log10(4 / (fftSize * energy * fullScale)) - powerExponent * Math.Log10(2);
        return new WindowScale(scaled, 65536 * powerExponent, (int)Math.Round(2560 * level));
    }

    private static int[] Scale(double[] window, int fftSize, int exponent)
    {
        var scaled = new int[fftSize];
        for (var i = 0; i < window.Length; i++)
        {
            scaled[i] = (int)Math.Round(Math.ScaleB(window[i], exponent));
        }

        return scaled;
    }

    private static bool Fits(int[] window, int halvings, int mostBins)
    {
        var sum = window.Sum(value => Math.Abs((long)value));
        var squares = window.Sum(value => (Math.Abs((long)value) + 255 >> 8) * (Math.Abs((long)value) + 255 >> 8));
        return sum <= 1L << 30 + halvings &&
            (UInt128)squares * (uint)(window.Length / 2) * (uint)Math.Max(mostBins, 1) <= (UInt128)63 << 42 + 2 * halvings;
    }
}
