using System.Runtime.CompilerServices;

namespace System.Device.Spi;

/// <summary>One device on an SPI bus. A transfer selects the device, blocks, and deselects it.</summary>
public class SpiDevice : IDisposable
{
    // The firmware reads these fields by name: keep the names.
#pragma warning disable IDE0052
    private readonly int _deviceId;
#pragma warning restore IDE0052
    private readonly SpiConnectionSettings _connectionSettings;
    private bool _disposedValue;
    private readonly object _syncLock = new();
    private readonly byte[] _bufferSingleOperation = new byte[1];

    /// <exception cref="SpiDeviceAlreadyInUseException">Another object has this chip select line.</exception>
    public SpiDevice(SpiConnectionSettings settings)
    {
        _connectionSettings = new SpiConnectionSettings(settings);
        try
        {
            _deviceId = NativeOpenDevice();
        }
        catch (NotSupportedException)
        {
            throw new SpiDeviceAlreadyInUseException();
        }
    }

    ~SpiDevice() => Dispose(false);

    /// <summary>A copy.</summary>
    public SpiConnectionSettings ConnectionSettings => new(_connectionSettings);

    public static SpiBusInfo GetBusInfo(int busId) => new(busId);

    public static SpiDevice Create(SpiConnectionSettings settings) => new(settings);

    public byte ReadByte()
    {
        NativeTransfer(null, _bufferSingleOperation, false);
        return _bufferSingleOperation[0];
    }

    public void Read(SpanByte buffer) => NativeTransfer(null, buffer, false);

    public void Read(ushort[] buffer) => NativeTransfer(null, buffer, false);

    public void WriteByte(byte value)
    {
        _bufferSingleOperation[0] = value;
        NativeTransfer(_bufferSingleOperation, null, false);
    }

    public void Write(ushort[] buffer) => NativeTransfer(buffer, null, false);

    public void Write(SpanByte buffer) => NativeTransfer(buffer, null, false);

    /// <exception cref="InvalidOperationException">The settings are not full duplex.</exception>
    public void TransferFullDuplex(ushort[] writeBuffer, ushort[] readBuffer)
    {
        RequireFullDuplex();
        NativeTransfer(writeBuffer, readBuffer, true);
    }

    /// <inheritdoc cref="TransferFullDuplex(ushort[], ushort[])"/>
    public void TransferFullDuplex(SpanByte writeBuffer, SpanByte readBuffer)
    {
        RequireFullDuplex();
        NativeTransfer(writeBuffer, readBuffer, true);
    }

    public void Dispose()
    {
        lock (_syncLock)
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }
    }

    protected void Dispose(bool disposing)
    {
        if (!_disposedValue)
        {
            DisposeNative();
            _disposedValue = true;
        }
    }

    private void RequireFullDuplex()
    {
        if (_connectionSettings.Configuration != SpiBusConfiguration.FullDuplex)
        {
            throw new InvalidOperationException();
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void DisposeNative();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeTransfer(SpanByte writeBuffer, SpanByte readBuffer, bool fullDuplex);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeTransfer(ushort[] writeBuffer, ushort[] readBuffer, bool fullDuplex);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeInit();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern int NativeOpenDevice();
}
