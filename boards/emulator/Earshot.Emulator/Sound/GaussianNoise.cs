namespace Earshot.Emulator.Sound;

/// <summary>
/// Noise of unit variance: the sum of twelve uniform numbers, which needs no function that differs between machines and reaches six
/// standard deviations.
/// </summary>
internal sealed class GaussianNoise(int seed)
{
    private const int Terms = 12;

    private readonly Random _random = new(seed);

    public double Next()
    {
        var sum = -Terms / 2.0;
        for (var term = 0; term < Terms; term++)
        {
            sum += _random.NextDouble();
        }

        return sum;
    }
}
