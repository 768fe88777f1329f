using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Peripherals;

/// <content>The receive interrupt of the firmware's driver (RxChar of its STM32 serial port).</content>
public sealed partial class Uart
{
    private const byte SerialCategory = 30;
    private const uint Characters = 1;
    private const uint WatchCharacter = 2;

    private readonly WaitQueue _readers = new();

    /// <summary>How many bytes have to wait before managed code is told.</summary>
    internal int Threshold { get; set; } = 1;

    /// <summary>The byte that managed code watches for; 0 is the driver's default.</summary>
    internal byte WatchByte { get; set; }

    /// <summary>The last byte of the line end that a reader waits for; 0 for none.</summary>
    internal byte LineEndByte { get; set; }

    /// <summary>How many bytes a reader waits for; 0 for none.</summary>
    internal int AwaitedBytes { get; set; }

    /// <summary>The bytes that wait.</summary>
    internal byte[] Peek() => [.. _received];

    internal byte[] Take(int count)
    {
        var taken = new byte[count];
        for (var index = 0; index < count; index++)
        {
            taken[index] = _received.Dequeue();
        }

        return taken;
    }

    /// <summary>Lets the running thread wait for the driver's event.</summary>
    /// <returns>Whether it came before the deadline.</returns>
    internal bool WaitForEvent(long deadline)
    {
        var reader = _scheduler.Running;
        _readers.Add(reader);
        if (_scheduler.Now < deadline && _scheduler.Wait(deadline, $"{Port} to receive"))
        {
            return true;
        }

        _readers.Remove(reader);
        return false;
    }

    /// <summary>Tells managed code that bytes wait.</summary>
    internal void PostReceived(bool isWatched) =>
        _events.Post(SerialCategory, 0, PortIndex, isWatched ? WatchCharacter : Characters);

    private void ForgetReaders()
    {
        _received.Clear();
        while (_readers.TryTake(out _))
        {
        }

        (Threshold, WatchByte, LineEndByte, AwaitedBytes) = (1, 0, 0, 0);
    }

    private ushort PortIndex => (ushort)(Port[^1] - '0');

    private void Arrive(byte[] bytes, UartDisturbance disturbance)
    {
        if (!IsOpen || !_hasClock)
        {
            LostBytes += bytes.Length;
            return;
        }

        _trace.Write(Port, $"received {Show(isFromBoard: false, bytes)}{disturbance}");
        foreach (var value in bytes)
        {
            Receive(value);
        }
    }

    private void Receive(byte value)
    {
        if (_received.Count >= ReceiveCapacity)
        {
            LostBytes++;
            return;
        }

        _received.Enqueue(value);
        if (AwaitedBytes > 0)
        {
            if (_received.Count >= AwaitedBytes || value == WatchByte)
            {
                AwaitedBytes = 0;
                WakeReaders();
            }
        }
        else if (LineEndByte > 0 && value == LineEndByte)
        {
            WakeReaders();
        }
        else if (_received.Count == Math.Max(1, Threshold))
        {
            PostReceived(value == WatchByte);
        }
    }

    private void WakeReaders()
    {
        while (_readers.TryTake(out var reader))
        {
            _scheduler.Wake(reader);
        }
    }
}
