namespace Earshot.Emulator.Peripherals;

/// <summary>What is on the other end of an SPI bus, behind one chip-select line.</summary>
public interface ISpiPartner
{
    /// <summary>The board has begun and ended a transfer while the chip-select line was active.</summary>
    /// <param name="time">Virtual time of its end, in nanoseconds.</param>
    /// <param name="written">What the board has clocked out.</param>
    /// <param name="read">
    /// Receives what it clocks in; it is filled with 0xFF, as an open line reads. In a full-duplex transfer both begin at the first clock,
    /// otherwise reading follows writing. Words of 16 bits come with the upper byte first.
    /// </param>
    /// <param name="isFullDuplex">Whether both happen at the same time.</param>
    void Transfer(long time, ReadOnlySpan<byte> written, Span<byte> read, bool isFullDuplex);
}
