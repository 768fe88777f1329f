using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Storage;

/// <summary>
/// The flash behind the board's drive <c>I:\</c>. Erasing sets the bits of a sector, programming clears bits of a page; both
/// take time in which the supply can fail, and then what was done stays done. It keeps its content over boots, and a
/// storage can be moved to another board.
/// </summary>
public sealed class FlashStorage : IResettable
{
    private const byte Erased = 0xFF;

    private readonly byte[]?[] _sectors;
    private readonly int[] _erases;
    private Scheduler? _scheduler;
    private TraceLog? _trace;
    private Action? _cutPower;
    private int? _stepsUntilPowerCut;

    /// <summary>Creates an empty flash.</summary>
    /// <param name="geometry">Its layout; null for 256 KiB.</param>
    public FlashStorage(FlashGeometry? geometry = null)
    {
        Geometry = geometry ?? new FlashGeometry();
        Geometry.Check();
        _sectors = new byte[]?[Geometry.SectorCount];
        _erases = new int[Geometry.SectorCount];
        Files = new FileStore(this);
    }

    /// <summary>Layout, times and endurance.</summary>
    public FlashGeometry Geometry { get; }

    /// <summary>The file system on it.</summary>
    public FileStore Files { get; private set; }

    /// <summary>Pages programmed so far.</summary>
    public long Programs { get; private set; }

    /// <summary>Sectors erased so far.</summary>
    public long Erases { get; private set; }

    /// <summary>How often the sector that was erased most has been.</summary>
    public int MostErases => _erases.Max();

    /// <summary>How often a sector has been erased.</summary>
    public int ErasesOf(int sector) => _erases[sector];

    /// <summary>Whether a sector has been erased as often as it can be.</summary>
    public bool IsWornOut(int sector) => _erases[sector] >= Geometry.EraseCycles;

    /// <summary>
    /// Lets the supply fail after so many more steps, a page programmed or a sector erased each; 0 before the next one.
    /// </summary>
    /// <param name="steps">The steps that are still done.</param>
    /// <param name="board">The board whose supply fails.</param>
    /// <param name="off">How long the supply is away.</param>
    public void CutPowerAfter(int steps, EmulatedBoard board, TimeSpan off) => CutPowerAfter(steps, () => board.BrownOut(off));

    /// <summary>Flips a bit, as age, heat and radiation do.</summary>
    /// <param name="address">The byte.</param>
    /// <param name="bit">0 to 7.</param>
    public void FlipBit(int address, int bit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bit, 7);
        SectorOf(address)[address % Geometry.SectorBytes] ^= (byte)(1 << bit);
    }

    /// <summary>Reads bytes.</summary>
    public void Read(int address, Span<byte> bytes)
    {
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] = SectorOf(address + index)[(address + index) % Geometry.SectorBytes];
        }
    }

    /// <summary>A reset forgets which files were open.</summary>
    public void Reset(ResetCause cause) => Files.Mount();

    internal void CutPowerAfter(int steps, Action cut)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        _stepsUntilPowerCut = steps;
        _cutPower = cut;
    }

    internal void Attach(Scheduler scheduler, TraceLog trace)
    {
        _scheduler = scheduler;
        _trace = trace;
    }

    /// <summary>Clears bits, page by page.</summary>
    internal void Program(int address, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var count = Math.Min(bytes.Length, Geometry.PageBytes - (address % Geometry.PageBytes));
            Step(Geometry.ProgramTime);
            var sector = SectorOf(address);
            for (var index = 0; index < count; index++)
            {
                sector[(address + index) % Geometry.SectorBytes] &= bytes[index];
            }

            Programs++;
            address += count;
            bytes = bytes[count..];
        }
    }

    /// <summary>Sets all bits of a sector.</summary>
    /// <returns>Whether it could; a sector that is worn out keeps its content.</returns>
    internal bool TryErase(int sector)
    {
        if (IsWornOut(sector))
        {
            return false;
        }

        Step(Geometry.EraseTime);
        Array.Fill(SectorOf(sector * Geometry.SectorBytes), Erased);
        _erases[sector]++;
        Erases++;
        if (IsWornOut(sector))
        {
            _trace?.Write("flash", $"sector {sector} is worn out after {_erases[sector]} erasures");
        }

        return true;
    }

    /// <summary>Everything is erased, and the file system begins anew.</summary>
    internal void Format()
    {
        Files = new FileStore(this);
        Files.Format();
    }

    // The native call blocks the core meanwhile. When the supply fails in it, the calling thread unwinds from here.
    private void Step(long nanoseconds)
    {
        if (_stepsUntilPowerCut-- == 0)
        {
            _stepsUntilPowerCut = null;
            _cutPower!();
        }

        if (_scheduler is not null && ThreadMeter.Current.Scheduler == _scheduler)
        {
            _scheduler.Spend(nanoseconds, "flash");
        }
    }

    private byte[] SectorOf(int address)
    {
        ref var sector = ref _sectors[address / Geometry.SectorBytes];
        if (sector is null)
        {
            sector = new byte[Geometry.SectorBytes];
            Array.Fill(sector, Erased);
        }

        return sector;
    }
}
