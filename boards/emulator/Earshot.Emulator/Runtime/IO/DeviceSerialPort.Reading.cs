using System.Text;
using Earshot.Emulator.Runtime.Threading;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Runtime.IO;

/// <content>Reading.</content>
public sealed partial class DeviceSerialPort
{
    private readonly WaitQueue _readers = new();

    /// <summary>Raised on the CLR's own thread when bytes have arrived.</summary>
    public event DeviceSerialDataReceivedEventHandler? DataReceived;

    /// <summary>The character that is reported apart from others; 0 for none.</summary>
    public char WatchChar { get; set; }

    /// <summary>Milliseconds that a read may take; −1 for no limit.</summary>
    public int ReadTimeout { get; set; } = Timeout.Infinite;

    /// <summary>How many bytes have to wait before <see cref="DataReceived"/> is raised.</summary>
    public int ReceivedBytesThreshold
    {
        get => field;
        set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    } = 1;

    /// <summary>Bytes that wait to be read.</summary>
    public int BytesToRead => _uart.BytesToRead;

    /// <summary>Bytes that can wait to be read.</summary>
    public int ReadBufferSize
    {
        get => _uart.ReceiveCapacity;
        set => _uart.ReceiveCapacity = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Reads up to so many bytes; waits until they are there, or as long as <see cref="ReadTimeout"/> allows.</summary>
    public int Read(byte[] buffer, int offset, int count)
    {
        RequireOpen();
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, buffer.Length - offset);
        var deadline = DeadlineOf.Milliseconds(_board.Scheduler, ReadTimeout);
        while (_uart.BytesToRead < count && AwaitBytes(deadline))
        {
        }

        var read = Math.Min(count, _uart.BytesToRead);
        for (var index = 0; index < read; index++)
        {
            buffer[offset + index] = _uart.ReadByte();
        }

        return read;
    }

    /// <summary>Reads one byte.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public int ReadByte()
    {
        var buffer = new byte[1];
        return Read(buffer, 0, 1) == 1 ? buffer[0] : throw new TimeoutException();
    }

    /// <summary>Everything that waits to be read.</summary>
    public string ReadExisting()
    {
        RequireOpen();
        var bytes = new byte[_uart.BytesToRead];
        return Encoding.UTF8.GetString(bytes, 0, Read(bytes, 0, bytes.Length));
    }

    /// <summary>Reads up to <see cref="NewLine"/>, which is left out.</summary>
    /// <exception cref="TimeoutException">It did not come in time; what was read is lost.</exception>
    public string ReadLine()
    {
        RequireOpen();
        var deadline = DeadlineOf.Milliseconds(_board.Scheduler, ReadTimeout);
        var line = new List<byte>();
        var end = Encoding.UTF8.GetBytes(NewLine);
        while (line.Count < end.Length || !line[^end.Length..].SequenceEqual(end))
        {
            if (_uart.BytesToRead > 0)
            {
                line.Add(_uart.ReadByte());
            }
            else if (!AwaitBytes(deadline))
            {
                throw new TimeoutException();
            }
        }

        return Encoding.UTF8.GetString([.. line[..^end.Length]]);
    }

    private bool AwaitBytes(long deadline)
    {
        if (_board.Scheduler.Now >= deadline)
        {
            return false;
        }

        var reader = _board.Scheduler.Running;
        _readers.Add(reader);
        if (_board.Scheduler.Wait(deadline, $"{PortName} to receive"))
        {
            return true;
        }

        _readers.Remove(reader);
        return false;
    }

    private void OnBytesArrived()
    {
        while (_readers.TryTake(out var reader))
        {
            _board.Scheduler.Wake(reader);
        }

        if (DataReceived is not null && BytesToRead >= ReceivedBytesThreshold)
        {
            _board.InterruptThread.Post(() =>
                DataReceived?.Invoke(this, new DeviceSerialDataReceivedEventArgs(DeviceSerialData.Chars)));
        }
    }
}
