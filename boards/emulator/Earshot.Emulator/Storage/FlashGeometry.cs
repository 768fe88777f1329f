namespace Earshot.Emulator.Storage;

/// <summary>
/// The layout, the times and the endurance of a NOR flash. The defaults are those of the 25-series chips that nanoFramework's
/// STM32 boards carry: pages of 256 bytes in about 0.7 ms, sectors of 4 KiB in about 45 ms, 100 000 cycles (W25Q series
/// datasheets, typical values).
/// </summary>
public sealed record FlashGeometry
{
    /// <summary>Bytes that are programmed in one step.</summary>
    public int PageBytes { get; init; } = 256;

    /// <summary>Bytes that are erased in one step.</summary>
    public int SectorBytes { get; init; } = 4096;

    /// <summary>Sectors.</summary>
    public int SectorCount { get; init; } = 64;

    /// <summary>How long programming a page takes, in nanoseconds.</summary>
    public long ProgramTime { get; init; } = 700_000;

    /// <summary>How long erasing a sector takes, in nanoseconds.</summary>
    public long EraseTime { get; init; } = 45_000_000;

    /// <summary>How often a sector can be erased before it is worn out.</summary>
    public int EraseCycles { get; init; } = 100_000;

    /// <summary>Bytes in all.</summary>
    public int TotalBytes => SectorBytes * SectorCount;

    /// <exception cref="ArgumentException">A value is impossible.</exception>
    internal void Check()
    {
        var isSound = PageBytes > 0 && SectorBytes >= PageBytes && SectorBytes % PageBytes == 0 && SectorCount >= 4
            && ProgramTime >= 0 && EraseTime >= 0 && EraseCycles > 0;
        if (!isSound)
        {
            throw new ArgumentException($"A flash of {this} is impossible: whole pages fill a sector, and four sectors are the least.");
        }
    }
}
