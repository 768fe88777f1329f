namespace Earshot.Emulator.Peripherals;

/// <summary>
/// A disturbed serial line: bits flip, bytes change and get lost, each with a probability that can be changed at any time. The
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

    /// <summary>The probability that one bit of a byte arrives inverted, 0 to 1.</summary>
    public double ChangedBytes
    {
        get;
        set => field = Probability(value);
    }

    /// <summary>What arrives of bytes that were sent.</summary>
    /// <param name="sent">The bytes.</param>
    /// <param name="report">Receives which of them arrived changed and which did not arrive, counted from 1.</param>
    internal byte[] Disturb(ReadOnlySpan<byte> sent, UartDisturbance report)
    {
        var arrived = new List<byte>(sent.Length);
        for (var index = 0; index < sent.Length; index++)
        {
            var isLost = LostBytes > 0 && _random.NextDouble() < LostBytes;
            var received = FlippedBits > 0 ? Flip(sent[index]) : sent[index];
            if (ChangedBytes > 0 && _random.NextDouble() < ChangedBytes)
            {
                received ^= (byte)(1 << _random.Next(BitsPerByte));
            }

            if (isLost)
            {
                report.Lost.Add(index + 1);
                continue;
            }

            arrived.Add(received);
            if (received != sent[index])
            {
                report.Changed.Add(index + 1);
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
