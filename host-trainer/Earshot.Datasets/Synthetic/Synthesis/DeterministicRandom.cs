using System.Numerics;

namespace Earshot.Datasets.Synthetic.Synthesis;

/// <summary>
/// A generator of pseudo-random numbers whose sequence is fixed for ever: xoshiro256** (D. Blackman, S. Vigna, 2018)
/// seeded through SplitMix64. System.Random promises no sequence across versions of .NET.
/// </summary>
internal sealed class DeterministicRandom
{
    private readonly ulong[] _state = new ulong[4];

    /// <summary>Creates a generator of its own for each combination of seeds.</summary>
    public DeterministicRandom(params ReadOnlySpan<int> seeds)
    {
        ulong mixed = 0;
        foreach (var seed in seeds)
        {
            mixed += unchecked((uint)seed);
            mixed = Split(ref mixed);
        }

        for (var i = 0; i < _state.Length; i++)
        {
            _state[i] = Split(ref mixed);
        }
    }

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>White noise in [−1, 1).</summary>
    public double Noise() => (2 * Unit()) - 1;

    /// <summary>A number between the bounds, all equally likely.</summary>
    public double Between(double low, double high) => low + ((high - low) * Unit());

    /// <summary>A positive number between the bounds, all ratios equally likely (frequencies, times).</summary>
    public double Ratio(double low, double high) => low * Exponent.Power(high / low, Unit());

    /// <summary>A whole number between the bounds, both included.</summary>
    public int Whole(int low, int high) => low + (int)(Unit() * (high - low + 1));

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>One of the choices.</summary>
    public T Pick<T>(ReadOnlySpan<T> choices) => choices[Whole(0, choices.Length - 1)];

    private static ulong Split(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(_state[1] * 5, 7) * 9;
        var shifted = _state[1] << 17;
        _state[2] ^= _state[0];
        _state[3] ^= _state[1];
        _state[1] ^= _state[2];
        _state[0] ^= _state[3];
        _state[2] ^= shifted;
        _state[3] = BitOperations.RotateLeft(_state[3], 45);
        return result;
    }
}
