using System.Runtime.CompilerServices;

namespace System.Device.Adc;

/// <summary>One analogue input. Each reading is one blocking conversion; there is no buffered or timed reading.</summary>
public class AdcChannel : AdcChannelBase, IDisposable
{
    private readonly object _syncLock = new();

    // The firmware reads this field.
    private readonly int _channelNumber;
    private bool _disposed;

    internal AdcChannel(AdcController controller, int channelNumber)
    {
        _adcController = controller;
        _channelNumber = channelNumber;
    }

    ~AdcChannel() => _disposed = true;

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The channel was closed.</exception>
    public override int ReadValue()
    {
        lock (_syncLock)
        {
            if (_disposed)
            {
                throw new ObjectDisposedException();
            }

            return NativeReadValue();
        }
    }

    /// <summary>Frees the input for another use of its pin.</summary>
    public void Dispose()
    {
        lock (_syncLock)
        {
            if (_disposed)
            {
                return;
            }

            NativeDisposeChannel();
            _disposed = true;
            _adcController = null;
            GC.SuppressFinalize(this);
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern int NativeReadValue();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeDisposeChannel();
}
