using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Peripherals;

/// <summary>A serial port: bytes take the time that the line needs for them, in both directions.</summary>
public sealed class Uart : IResettable, IClocked
{
    private readonly Scheduler _scheduler;
    private readonly TraceLog _trace;
    private readonly Queue<byte> _received = new();
    private IUartPartner? _partner;
    private long _lineFreeAt;
    private bool _hasClock = true;

    internal Uart(Scheduler scheduler, TraceLog trace, string port)
    {
        _scheduler = scheduler;
        _trace = trace;
        Port = port;
    }

    /// <summary>Its name, such as COM6.</summary>
    public string Port { get; }

    /// <summary>Whether managed code has it open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Bits a second.</summary>
    public int BaudRate { get; private set; } = 9600;

    /// <summary>Bits that one byte takes on the line, start and stop bits included.</summary>
    public int BitsPerByte { get; private set; } = 10;

    /// <summary>How many received bytes are kept until they are read; later ones are lost.</summary>
    public int ReceiveCapacity { get; set; } = 256;

    /// <summary>Received bytes that were lost.</summary>
    public long LostBytes { get; private set; }

    /// <summary>Received bytes that wait to be read.</summary>
    public int BytesToRead => _received.Count;

    /// <summary>Changes bytes on the line, in both directions; null for a good line.</summary>
    internal Action<byte[]>? Noise { get; set; }

    internal event Action? BytesArrived;

    /// <summary>Wires something to the port.</summary>
    public void Connect(IUartPartner partner)
    {
        _partner = partner;
        partner.Connect(this);
    }

    /// <summary>Sends bytes to the board; they arrive when the line has carried them.</summary>
    public void SendToBoard(byte[] bytes)
    {
        var start = Math.Max(_scheduler.Now, _lineFreeAt);
        _lineFreeAt = start + DurationOf(bytes.Length);
        _scheduler.ScheduleAt(_lineFreeAt, () => Arrive(bytes));
    }

    /// <summary>The port closes; its partner does not notice.</summary>
    public void Reset(ResetCause cause)
    {
        IsOpen = false;
        _hasClock = true;
        _received.Clear();
        BytesArrived = null;
    }

    /// <summary>Without clocks, bytes that arrive are lost.</summary>
    public void StopClocks() => _hasClock = false;

    /// <inheritdoc/>
    public void StartClocks(long stopped) => _hasClock = true;

    /// <summary>How long so many bytes take, in nanoseconds.</summary>
    public long DurationOf(int bytes) => (long)bytes * BitsPerByte * VirtualTime.Second / BaudRate;

    internal void Open(int baudRate, int bitsPerByte)
    {
        BaudRate = baudRate;
        BitsPerByte = bitsPerByte;
        IsOpen = true;
        _trace.Write(Port, $"open, {baudRate} baud");
    }

    internal void Close()
    {
        IsOpen = false;
        _received.Clear();
        _trace.Write(Port, "closed");
    }

    /// <summary>Ends a transmission that took <see cref="DurationOf"/>.</summary>
    internal void Transmitted(byte[] bytes)
    {
        Noise?.Invoke(bytes);
        _trace.Write(Port, $"sent {Show(isFromBoard: true, bytes)}");
        _partner?.Receive(_scheduler.Now, bytes);
    }

    internal byte ReadByte() => _received.Dequeue();

    private void Arrive(byte[] bytes)
    {
        if (!IsOpen || !_hasClock)
        {
            LostBytes += bytes.Length;
            return;
        }

        Noise?.Invoke(bytes);
        foreach (var value in bytes)
        {
            if (_received.Count < ReceiveCapacity)
            {
                _received.Enqueue(value);
            }
            else
            {
                LostBytes++;
            }
        }

        _trace.Write(Port, $"received {Show(isFromBoard: false, bytes)}");
        BytesArrived?.Invoke();
    }

    private string Show(bool isFromBoard, byte[] bytes) =>
        _partner is ITracedPartner traced ? traced.Show(isFromBoard, bytes) : Convert.ToHexString(bytes);
}
