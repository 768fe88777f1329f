namespace Earshot.Emulator.Peripherals;

/// <summary>
/// A disturbed serial line: bits flip and bytes get lost, each with a probability that can be changed at any time. The
/// same seed and the same bytes give the same disturbance.
/// </summary>
public sealed class UartNoise(int seed)
{
    private const int BitsPerByte = 8;

    private readonly Random _random = new(seed);

    /// <summary>The probability that a byte is lost, 0 to 1.</summary>
    public double LostBytes
    {
        get;
        set => field = Probability(value);
    }

    /// <summary>The probability that a bit arrives inverted, 0 to 1.</summary>
    public double FlippedBits
    {
        get;
        set => field = Probability(value);
    }

    /// <summary>What arrives of bytes that were sent.</summary>
    internal byte[] Disturb(ReadOnlySpan<byte> sent)
    {
        if (LostBytes == 0 && FlippedBits == 0)
        {
            return sent.ToArray();
        }

        var arrived = new List<byte>(sent.Length);
        foreach (var value in sent)
        {
            var isLost = _random.NextDouble() < LostBytes;
            var flipped = Flip(value);
            if (!isLost)
            {
                arrived.Add(flipped);
            }
        }

        return [.. arrived];
    }

    private byte Flip(byte value)
    {
        var mask = 0;
        for (var bit = 0; bit < BitsPerByte; bit++)
        {
            mask |= _random.NextDouble() < FlippedBits ? 1 << bit : 0;
        }

        return (byte)(value ^ mask);
    }

    private static double Probability(double value) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability lies between 0 and 1.");
}
