using System.Numerics;

namespace Earshot.Training.Randomness;

/// <summary>
/// Random numbers by xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64. Unlike <see cref="Random"/>, the
/// sequence of a seed is fixed, and the state can be saved and restored.
/// </summary>
public sealed class RandomSource
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Starts the sequence of a seed.</summary>
    public RandomSource(ulong seed)
    {
        _a = SplitMix(ref seed);
        _b = SplitMix(ref seed);
        _c = SplitMix(ref seed);
        _d = SplitMix(ref seed);
    }

    /// <summary>Four words from which the sequence goes on.</summary>
    public IReadOnlyList<ulong> State
    {
        get => [_a, _b, _c, _d];
        set => (_a, _b, _c, _d) = (value[0], value[1], value[2], value[3]);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), with 24 random bits.</summary>
    public float NextFloat() => (NextBits() >> 40) * (1f / (1 << 24));

    /// <summary>Uniform in [low, high).</summary>
    public float NextFloat(float low, float high) => low + (NextFloat() * (high - low));

    /// <summary>Uniform in 0 .. <paramref name="limit"/> − 1 (Lemire's multiplication, its bias below 2⁻³²).</summary>
    public int NextInt(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return (int)(((NextBits() >> 32) * (ulong)limit) >> 32);
    }

    /// <summary>Normal with mean 0 and variance 1 (Box and Muller, 1958).</summary>
    public float NextNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - (double)NextFloat()));
        return (float)(radius * Math.Cos(2 * Math.PI * NextFloat()));
    }

    /// <summary>Beta(α, α), by the ratio of two gamma variates (Marsaglia and Tsang, 2000).</summary>
    public float NextBeta(float alpha)
    {
        var left = NextGamma(alpha);
        var right = NextGamma(alpha);
        return left + right > 0 ? (float)(left / (left + right)) : 0.5f;
    }

    /// <summary>Puts items in random order (Fisher and Yates).</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var other = NextInt(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    private double NextGamma(double shape)
    {
        if (shape < 1)
        {
            return NextGamma(shape + 1) * Math.Pow(1 - NextFloat(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = NextNormal();
            var cube = Math.Pow(1 + (c * x), 3);
            if (cube > 0 && Math.Log(1 - (double)NextFloat()) < (0.5 * x * x) + d - (d * cube) + (d * Math.Log(cube)))
            {
                return d * cube;
            }
        }
    }
}
