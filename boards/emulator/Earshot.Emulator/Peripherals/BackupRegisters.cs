using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Peripherals;

/// <summary>
/// The backup registers of the real-time clock, 4 bytes each. They keep their values through resets and standby, and without
/// supply as long as the backup supply lasts.
/// </summary>
public sealed class BackupRegisters
{
    // A byte takes a load, a shift and an access to the register over the slow peripheral bus.
    private const int ClocksPerByte = 20;
    private const int RegisterBytes = 4;

    private readonly Scheduler _scheduler;
    private readonly byte[] _bytes;
    private readonly long _timePerByte;

    internal BackupRegisters(Scheduler scheduler, int bytes, long clockHertz)
    {
        _scheduler = scheduler;
        _bytes = new byte[bytes];
        _timePerByte = ClocksPerByte * VirtualTime.Second / clockHertz;
    }

    /// <summary>Bytes in all registers.</summary>
    public int Size => _bytes.Length;

    /// <summary>What they hold, each register's highest byte first, as nanoFramework addresses them.</summary>
    public ReadOnlySpan<byte> Content => _bytes;

    internal void Read(int position, Span<byte> data)
    {
        _scheduler.Spend(data.Length * _timePerByte);
        _bytes.AsSpan(position, data.Length).CopyTo(data);
    }

    /// <summary>
    /// Writes as nf-interpreter does, which matters to whoever loses power meanwhile: the registers in their order, a whole one
    /// cleared first and then filled byte by byte, one that is written in part at once. Of three bytes at the end that begin a
    /// register it writes the first and clears the others, as the firmware of 1.17 does.
    /// </summary>
    internal void Write(int position, ReadOnlySpan<byte> data)
    {
        var inFirst = Math.Min(data.Length, (RegisterBytes - (position % RegisterBytes)) % RegisterBytes);
        Put(position, data[..inFirst]);
        position += inFirst;
        data = data[inFirst..];
        for (; data.Length >= RegisterBytes; position += RegisterBytes, data = data[RegisterBytes..])
        {
            _bytes.AsSpan(position, RegisterBytes).Clear();
            for (var index = 0; index < RegisterBytes; index++)
            {
                Put(position + index, data.Slice(index, 1));
            }
        }

        Put(position, data.Length == RegisterBytes - 1 ? [data[0], 0, 0] : data);
    }

    /// <summary>The backup supply is lost.</summary>
    internal void Clear() => Array.Clear(_bytes);

    private void Put(int position, ReadOnlySpan<byte> data)
    {
        if (!data.IsEmpty)
        {
            // A brown-out in this time comes before the register changes.
            _scheduler.Spend(data.Length * _timePerByte);
            data.CopyTo(_bytes.AsSpan(position));
        }
    }
}
