namespace Earshot.Emulator.Radio;

/// <summary>A LoRa data rate of EU868 (RP002-1.0.3, table 5) and how long a frame is on the air with it.</summary>
/// <param name="Index">DR0 to DR5.</param>
/// <param name="SpreadingFactor">12 to 7.</param>
public sealed record LoraDataRate(int Index, int SpreadingFactor)
{
    /// <summary>Hertz.</summary>
    public const int Bandwidth = 125_000;

    private const int PreambleSymbols = 8;

    /// <summary>DR0 to DR5.</summary>
    public static IReadOnlyList<LoraDataRate> All { get; } = [.. Enumerable.Range(0, 6).Select(index => new LoraDataRate(index, 12 - index))];

    /// <summary>Length of a symbol in nanoseconds.</summary>
    public long Symbol => (1L << SpreadingFactor) * 1_000_000_000 / Bandwidth;

    /// <summary>The least signal-to-noise ratio that is understood, in dB (SX1276 datasheet, table 13).</summary>
    public double RequiredSnr => -7.5 - (2.5 * (SpreadingFactor - 7));

    /// <summary>The most bytes of a payload, without MAC commands (RP002-1.0.3, table 8, column N).</summary>
    public int MaximumPayload => Index switch { <= 2 => 51, 3 => 115, _ => 242 };

    /// <summary>
    /// Nanoseconds on the air of a frame with explicit header and coding rate 4/5 (Semtech AN1200.13, "LoRa Modem Designer's
    /// Guide", §4; SX1276 datasheet §4.1.1.7). Low-data-rate optimisation is on from 16 ms a symbol.
    /// </summary>
    /// <param name="bytes">Length of the physical payload.</param>
    /// <param name="hasCrc">Uplinks have one, downlinks do not.</param>
    public long Airtime(int bytes, bool hasCrc)
    {
        var optimisation = SpreadingFactor >= 11 ? 1 : 0;
        var bits = (8 * bytes) - (4 * SpreadingFactor) + 28 + (hasCrc ? 16 : 0);
        var blocks = Math.Max(0, (int)Math.Ceiling(bits / (4.0 * (SpreadingFactor - (2 * optimisation)))));
        var quarters = (4 * PreambleSymbols) + 17 + (4 * (8 + (blocks * 5)));
        return quarters * Symbol / 4;
    }
}
