namespace Earshot.Reports.Imaging;

/// <summary>
/// The colour map "magma" (S. van der Walt, N. Smith, 2015, CC0), evenly spaced to the eye and readable without
/// colour vision, from the polynomials of degree 6 that M. Zucker fitted to it (2017, CC0).
/// </summary>
public static class MagmaColors
{
    private static readonly double[] Red =
        [-0.002136485053939582, 0.2516605407371642, 8.353717279216625, -27.66873308576866, 52.17613981234068, -50.76852536473588, 18.65570506591883];

    private static readonly double[] Green =
        [-0.000749655052795221, 0.6775232436837668, -3.577719514958484, 14.26473078096533, -27.94360607168351, 29.04658282127291, -11.48977351997711];

    private static readonly double[] Blue =
        [-0.005386127855323933, 2.494026599312351, 0.3144679030132573, -13.64921318813922, 12.94416944238394, 4.23415299384598, -5.601961508734096];

    /// <summary>The map in steps from dark to light.</summary>
    public static (byte Red, byte Green, byte Blue)[] Steps(int count) =>
        [.. Enumerable.Range(0, count).Select(i => At((double)i / (count - 1)))];

    /// <summary>The colour at a place, 0 (dark) to 1 (light).</summary>
    public static (byte Red, byte Green, byte Blue) At(double place) => (Evaluate(Red, place), Evaluate(Green, place), Evaluate(Blue, place));

    private static byte Evaluate(double[] coefficients, double place)
    {
        double value = 0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            value = (value * place) + coefficients[i];
        }

        return (byte)Math.Round(255 * Math.Clamp(value, 0, 1));
    }
}
