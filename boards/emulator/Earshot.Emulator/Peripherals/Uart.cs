using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Peripherals;

/// <summary>A serial port: bytes take the time that the line needs for them, in both directions.</summary>
public sealed partial class Uart : IResettable, IClocked
{
    private readonly Scheduler _scheduler;
    private readonly TraceLog _trace;
    private readonly ManagedEvents _events;
    private readonly Queue<byte> _received = new();
    private IUartPartner? _partner;
    private long _receiveFreeAt;
    private long _sendFreeAt;
    private int _openings;
    private bool _hasClock = true;

    internal Uart(Scheduler scheduler, TraceLog trace, ManagedEvents events, string port)
    {
        _scheduler = scheduler;
        _trace = trace;
        _events = events;
        Port = port;
    }

    /// <summary>Its name, such as COM6.</summary>
    public string Port { get; }

    /// <summary>Whether managed code has it open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Bits a second.</summary>
    public int BaudRate { get; private set; } = 9600;

    /// <summary>
    /// Bits a second of the partner, where it does not follow the board's; when they differ by more than 4 %, a receiver
    /// samples the last bits of a byte in its neighbours and only garbage arrives.
    /// </summary>
    public int? PartnerBaudRate { get; set; }

    /// <summary>What disturbs the line; null for nothing.</summary>
    public UartNoise? Noise { get; set; }

    /// <summary>Bits that one byte takes on the line, start and stop bits included.</summary>
    public double BitsPerByte { get; private set; } = 10;

    /// <summary>How many received bytes are kept until they are read; later ones are lost.</summary>
    public int ReceiveCapacity { get; set; } = 256;

    /// <summary>Received bytes that were lost because the buffer was full or the port closed.</summary>
    public long LostBytes { get; private set; }

    /// <summary>Bytes that the board has sent and that arrived changed, or not at all.</summary>
    public long DisturbedBytes { get; private set; }

    /// <summary>Received bytes that wait to be read.</summary>
    public int BytesToRead => _received.Count;

    /// <summary>Whether the board inverts both signals.</summary>
    internal bool InvertsLevels { get; set; }

    /// <summary>Wires something to the port.</summary>
    public void Connect(IUartPartner partner)
    {
        _partner = partner;
        partner.Connect(this);
    }

    /// <summary>Sends bytes to the board; they arrive when the line has carried them.</summary>
    public void SendToBoard(byte[] bytes)
    {
        var start = Math.Max(_scheduler.Now, _receiveFreeAt);
        _receiveFreeAt = start + DurationOf(bytes.Length);
        _scheduler.ScheduleAt(_receiveFreeAt, () =>
        {
            var arrived = Carry(bytes, out var disturbance);
            Arrive(arrived, disturbance);
        });
    }

    /// <summary>The port closes; its partner does not notice.</summary>
    public void Reset(ResetCause cause)
    {
        IsOpen = false;
        InvertsLevels = false;
        _hasClock = true;
        _sendFreeAt = 0;
        ForgetReaders();
    }

    /// <summary>Without clocks, bytes that arrive are lost.</summary>
    public void StopClocks() => _hasClock = false;

    /// <inheritdoc/>
    public void StartClocks(long stopped) => _hasClock = true;

    /// <summary>How long so many bytes take, in nanoseconds.</summary>
    public long DurationOf(int bytes) => (long)(bytes * BitsPerByte * VirtualTime.Second / BaudRate);

    internal void Open(int baudRate, double bitsPerByte)
    {
        Configure(baudRate, bitsPerByte);
        IsOpen = true;
        _openings++;
        _trace.Write(Port, $"open, {baudRate} baud");
    }

    internal void Configure(int baudRate, double bitsPerByte)
    {
        BaudRate = baudRate;
        BitsPerByte = bitsPerByte;
    }

    internal void Close()
    {
        IsOpen = false;
        _sendFreeAt = 0;
        _received.Clear();
        _trace.Write(Port, "closed");
    }

    /// <summary>Sends bytes to the partner; returns when the last of them will be through, in nanoseconds.</summary>
    internal long Send(byte[] bytes)
    {
        _sendFreeAt = Math.Max(_scheduler.Now, _sendFreeAt) + DurationOf(bytes.Length);
        var opening = _openings;
        _scheduler.ScheduleInBootAt(_sendFreeAt, () =>
        {
            if (!IsOpen || opening != _openings)
            {
                // Closing stops the DMA.
                return;
            }

            var arrived = Carry(bytes, out var disturbance);
            DisturbedBytes += disturbance.Changed.Count + disturbance.Lost.Count;
            _trace.Write(Port, $"sent {Show(isFromBoard: true, bytes)}{disturbance}");
            if (arrived.Length > 0)
            {
                _partner?.Receive(_scheduler.Now, arrived);
            }
        });
        return _sendFreeAt;
    }

    private byte[] Carry(byte[] bytes, out UartDisturbance disturbance)
    {
        disturbance = new UartDisturbance();
        var carried = Noise?.Disturb(bytes, disturbance) ?? [.. bytes];
        return HasWrongBaudRate ? Array.ConvertAll(carried, Garble) : carried;
    }

    private bool HasWrongBaudRate =>
        PartnerBaudRate is { } partner && Math.Abs((double)partner / BaudRate - 1) > 0.04;

    private string Show(bool isFromBoard, byte[] bytes) =>
        _partner is ITracedPartner traced ? traced.Show(isFromBoard, bytes) : Convert.ToHexString(bytes);

    // What a receiver makes of a byte at another rate depends on the levels around it; this keeps it wrong and the same.
    private static byte Garble(byte value) => (byte)(~value ^ (value << 3));
}
