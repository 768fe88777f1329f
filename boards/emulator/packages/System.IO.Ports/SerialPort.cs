using System.Runtime.CompilerServices;
using System.Threading;

namespace System.IO.Ports;

/// <summary>A UART of the board, "COM1" upwards. Reading and writing happen in the firmware, which takes its settings from the fields.</summary>
public sealed class SerialPort : IDisposable
{
    private static readonly SerialDeviceEventListener EventListener = new();

    // The firmware reads these fields by name: keep the names.
    private bool _disposed;
    private readonly object _syncLock = new();
    private bool _opened;
    private int _writeTimeout = Timeout.Infinite;
    private int _readTimeout = Timeout.Infinite;
    private int _receivedBytesThreshold = 1;
    private int _baudRate;
    private Handshake _handshake = Handshake.None;
    private StopBits _stopBits;
    private int _dataBits;
    private Parity _parity;
    private SerialMode _mode = SerialMode.Normal;
    private readonly string _deviceId;
    internal int _portIndex;
    private char _watchChar;
    private SerialDataReceivedEventHandler _callbacksDataReceivedEvent;
    private SerialStream _stream;
    private string _newLine = "\n";
    private int _bufferSize = 256;

    /// <param name="portName">"COM" and one digit.</param>
    /// <param name="baudRate">Bits per second.</param>
    /// <exception cref="ArgumentException">The name is none of a port, or the port is in use by another object.</exception>
    public SerialPort(
        string portName,
        int baudRate = 9600,
        Parity parity = Parity.None,
        int dataBits = 8,
        StopBits stopBits = StopBits.One)
    {
        if (portName == null || portName.Length != 4)
        {
            throw new ArgumentException();
        }

        _portIndex = portName[3] - '0';
        _deviceId = portName;
        _baudRate = baudRate;
        _parity = parity;
        _dataBits = dataBits;
        _stopBits = stopBits;
        SerialDeviceController.Add(this);
    }

    ~SerialPort() => _disposed = true;

    /// <summary>Raised on a thread of its own when the bytes waiting reach <see cref="ReceivedBytesThreshold"/>.</summary>
    public event SerialDataReceivedEventHandler DataReceived
    {
        add => SetCallbacks(value, true);
        remove => SetCallbacks(value, false);
    }

    public int BaudRate
    {
        get => _baudRate;
        set
        {
            _baudRate = value > 0 ? value : throw new ArgumentOutOfRangeException();
            Configure();
        }
    }

    public Handshake Handshake
    {
        get => _handshake;
        set
        {
            _handshake = value;
            Configure();
        }
    }

    public int DataBits
    {
        get => _dataBits;
        set
        {
            _dataBits = value is >= 5 and <= 8 ? value : throw new ArgumentOutOfRangeException();
            Configure();
        }
    }

    public Parity Parity
    {
        get => _parity;
        set
        {
            _parity = value;
            Configure();
        }
    }

    public SerialMode Mode
    {
        get => _mode;
        set
        {
            _mode = value;
            Configure();
        }
    }

    public StopBits StopBits
    {
        get => _stopBits;
        set
        {
            _stopBits = value;
            Configure();
        }
    }

    public string PortName => _deviceId;

    /// <summary>A character whose arrival ends a waiting <see cref="Read"/> and marks the event.</summary>
    public char WatchChar
    {
        get => _watchChar;
        set
        {
            _watchChar = value;
            if (_opened)
            {
                NativeSetWatchChar();
            }
        }
    }

    public bool IsOpen => _opened;

    public string NewLine
    {
        get => _newLine;
        set => _newLine = string.IsNullOrEmpty(value) ? throw new ArgumentException() : value;
    }

    /// <summary>Milliseconds, or <see cref="Timeout.Infinite"/>.</summary>
    public int ReadTimeout
    {
        get => _readTimeout;
        set => _readTimeout = CheckTimeout(value);
    }

    /// <summary>Milliseconds, or <see cref="Timeout.Infinite"/>.</summary>
    public int WriteTimeout
    {
        get => _writeTimeout;
        set => _writeTimeout = CheckTimeout(value);
    }

    public int ReceivedBytesThreshold
    {
        get => _receivedBytesThreshold;
        set => NativeReceivedBytesThreshold(value);
    }

    /// <summary>The open port as a stream; null before the first <see cref="Open"/>.</summary>
    public Stream BaseStream => _stream;

    public extern int BytesToRead
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public extern bool InvertSignalLevels
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
        [MethodImpl(MethodImplOptions.InternalCall)]
        set;
    }

    /// <summary>Bytes; set it before <see cref="Open"/>. One size serves both directions.</summary>
    public int ReadBufferSize
    {
        get => _bufferSize;
        set => SetBufferSize(value);
    }

    /// <inheritdoc cref="ReadBufferSize"/>
    public int WriteBufferSize
    {
        get => _bufferSize;
        set => SetBufferSize(value);
    }

    /// <exception cref="InvalidOperationException">The port is open.</exception>
    public void Open()
    {
        if (_opened)
        {
            throw new InvalidOperationException();
        }

        _disposed = false;
        NativeInit();
        EventListener.Add(this);
        _stream = new SerialStream(this);
        _opened = true;
    }

    public void Close()
    {
        if (!_opened)
        {
            return;
        }

        EventListener.Remove(this);
        _stream.Dispose();
        _opened = false;
    }

    public static string[] GetPortNames() => GetDeviceSelector().Split(',');

    /// <summary>Waits for <paramref name="count"/> bytes.</summary>
    /// <exception cref="TimeoutException">They did not arrive within <see cref="ReadTimeout"/>.</exception>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern int Read(byte[] buffer, int offset, int count);

    public int ReadByte()
    {
        var single = new byte[1];
        Read(single, 0, 1);
        return single[0];
    }

    /// <summary>What has arrived so far, without waiting.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern string ReadExisting();

    /// <summary>Waits for a line and returns it without its <see cref="NewLine"/>.</summary>
    /// <exception cref="TimeoutException">It did not end within <see cref="ReadTimeout"/>.</exception>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern string ReadLine();

    /// <summary>Returns when the last byte has been handed to the UART.</summary>
    /// <exception cref="TimeoutException">That took longer than <see cref="WriteTimeout"/>.</exception>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void Write(byte[] buffer, int offset, int count);

    public void WriteByte(byte value) => Write(new[] { value }, 0, 1);

    public void Write(string text) => NativeWriteString(text, false);

    public void WriteLine(string text) => NativeWriteString(text, true);

    public void Dispose()
    {
        lock (_syncLock)
        {
            if (_disposed)
            {
                return;
            }

            Close();
            SerialDeviceController.Remove(this);
            NativeDispose();
            _disposed = true;
            GC.SuppressFinalize(this);
        }
    }

    internal void OnReceived(SerialData eventType)
    {
        SerialDataReceivedEventHandler callbacks;
        lock (_syncLock)
        {
            callbacks = _disposed ? null : _callbacksDataReceivedEvent;
        }

        callbacks?.Invoke(this, new SerialDataReceivedEventArgs(eventType));
    }

    private static int CheckTimeout(int milliseconds) =>
        milliseconds >= 0 || milliseconds == Timeout.Infinite ? milliseconds : throw new ArgumentOutOfRangeException();

    private void SetCallbacks(SerialDataReceivedEventHandler callback, bool add)
    {
        lock (_syncLock)
        {
            if (_disposed)
            {
                throw new ObjectDisposedException();
            }

            Delegate current = _callbacksDataReceivedEvent;
            _callbacksDataReceivedEvent = (SerialDataReceivedEventHandler)(add
                ? Delegate.Combine(current, callback)
                : Delegate.Remove(current, callback));
        }
    }

    private void SetBufferSize(int bytes)
    {
        if (bytes <= 0)
        {
            throw new ArgumentOutOfRangeException();
        }

        _bufferSize = _opened ? throw new InvalidOperationException() : bytes;
    }

    private void Configure()
    {
        if (_opened)
        {
            NativeConfig();
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeDispose();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeInit();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeConfig();

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal extern void NativeSetWatchChar();

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal extern void NativeWriteString(string text, bool addNewLine);

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern string GetDeviceSelector();

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal extern void NativeReceivedBytesThreshold(int value);
}
