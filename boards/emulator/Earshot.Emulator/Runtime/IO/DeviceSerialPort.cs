using System.Text;
using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Runtime.Threading;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Runtime.IO;

/// <summary>System.IO.Ports.SerialPort of the class library: settings and writing.</summary>
[Replaces("System.IO.Ports.SerialPort")]
public sealed partial class DeviceSerialPort : IDisposable
{
    private readonly EmulatedBoard _board = EmulatedBoard.Current;
    private readonly Uart _uart;
    private bool _isDisposed;

    /// <summary>Creates a port that is not open.</summary>
    /// <exception cref="ArgumentException">The board has no such port, or a setting is impossible.</exception>
    public DeviceSerialPort(
        string portName,
        int baudRate = 9600,
        DeviceParity parity = DeviceParity.None,
        int dataBits = 8,
        DeviceStopBits stopBits = DeviceStopBits.One)
    {
        _uart = _board.Uarts.GetValueOrDefault(portName) ?? throw new ArgumentException(portName);
        BaudRate = baudRate;
        Parity = parity;
        DataBits = dataBits;
        StopBits = stopBits;
    }

    /// <summary>Bits a second.</summary>
    public int BaudRate
    {
        get => field;
        set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Flow control; kept, without effect.</summary>
    public DeviceHandshake Handshake { get; set; }

    /// <summary>Bits of a byte, 5 to 8.</summary>
    public int DataBits
    {
        get => field;
        set => field = value is >= 5 and <= 8 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>The parity bit.</summary>
    public DeviceParity Parity { get; set; }

    /// <summary>Mode; kept, without effect.</summary>
    public DeviceSerialMode Mode { get; set; }

    /// <summary>Stop bits.</summary>
    public DeviceStopBits StopBits { get; set; }

    /// <summary>Its name, such as COM6.</summary>
    public string PortName => _uart.Port;

    /// <summary>Whether it is open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>What <see cref="WriteLine"/> appends and <see cref="ReadLine"/> ends at.</summary>
    public string NewLine { get; set; } = "\n";

    /// <summary>Milliseconds that a write may take; −1 for no limit.</summary>
    public int WriteTimeout { get; set; } = Timeout.Infinite;

    /// <summary>Whether signals are inverted; kept, without effect.</summary>
    public bool InvertSignalLevels { get; set; }

    /// <summary>Bytes that can wait to be sent; kept, without effect.</summary>
    public int WriteBufferSize { get; set; } = 256;

    /// <summary>The ports of the board.</summary>
    public static string[] GetPortNames() => [.. EmulatedBoard.Current.Uarts.Keys];

    /// <summary>Opens the port with the settings as they are.</summary>
    /// <exception cref="InvalidOperationException">It is open already, here or elsewhere.</exception>
    public void Open()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_uart.IsOpen)
        {
            throw new InvalidOperationException();
        }

        _uart.Open(BaudRate, 1 + DataBits + (Parity == DeviceParity.None ? 0 : 1) + (StopBits == DeviceStopBits.One ? 1 : 2));
        _uart.BytesArrived += OnBytesArrived;
        IsOpen = true;
    }

    /// <summary>Closes the port.</summary>
    public void Close()
    {
        if (IsOpen)
        {
            IsOpen = false;
            _uart.BytesArrived -= OnBytesArrived;
            _uart.Close();
        }
    }

    /// <summary>Sends bytes; returns when the line has carried them.</summary>
    /// <exception cref="InvalidOperationException">The port is not open.</exception>
    /// <exception cref="TimeoutException">The line is too slow for <see cref="WriteTimeout"/>.</exception>
    public void Write(byte[] buffer, int offset, int count)
    {
        RequireOpen();
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, buffer.Length - offset);
        var sent = buffer.AsSpan(offset, count).ToArray();
        var scheduler = _board.Scheduler;
        var end = scheduler.Now + _uart.DurationOf(count);
        var deadline = DeadlineOf.Milliseconds(scheduler, WriteTimeout);
        scheduler.Wait(Math.Min(end, deadline), $"{PortName} to send");
        if (deadline < end)
        {
            throw new TimeoutException();
        }

        _uart.Transmitted(sent);
    }

    /// <summary>Sends one byte.</summary>
    public void WriteByte(byte value) => Write([value], 0, 1);

    /// <summary>Sends a text in UTF-8.</summary>
    public void Write(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Write(bytes, 0, bytes.Length);
    }

    /// <summary>Sends a text and <see cref="NewLine"/>.</summary>
    public void WriteLine(string text) => Write(text + NewLine);

    /// <summary>Closes the port for good.</summary>
    public void Dispose()
    {
        Close();
        _isDisposed = true;
    }

    private void RequireOpen()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!IsOpen)
        {
            throw new InvalidOperationException();
        }
    }
}
