namespace Earshot.Datasets.Synthetic.Synthesis;

/// <summary>
/// A sine from a table that only multiplication and addition filled (Taylor's series), hence the same bits on every
/// system; linear interpolation keeps its error below −120 dB.
/// </summary>
internal static class Sine
{
    private const int Steps = 4096;
    private static readonly double[] Table = Fill();

    /// <summary>The sine of an angle in turns.</summary>
    public static double OfTurns(double turns)
    {
        var place = (turns - Math.Floor(turns)) * Steps;
        var index = (int)place;
        return Table[index] + ((place - index) * (Table[index + 1] - Table[index]));
    }

    /// <summary>The cosine of an angle in turns.</summary>
    public static double CosineOfTurns(double turns) => OfTurns(turns + 0.25);

    private static double[] Fill()
    {
        // One step more than a turn, and one more for a fraction that rounds up to 1.
        var table = new double[Steps + 2];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = Series(i % Steps);
        }

        return table;
    }

    private static double Series(int step)
    {
        // Folded into the first quarter, where the series converges within 13 terms.
        var (sign, index) = step < Steps / 2 ? (1, step) : (-1, step - (Steps / 2));
        index = Math.Min(index, (Steps / 2) - index);
        var x = 2 * Math.PI * index / Steps;
        double term = x, sum = x;
        for (var k = 1; k <= 12; k++)
        {
            term *= -x * x / (2 * k * ((2 * k) + 1));
            sum += term;
        }

        return sign * sum;
    }
}
