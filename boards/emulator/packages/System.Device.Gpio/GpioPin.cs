using System.Runtime.CompilerServices;

namespace System.Device.Gpio;

/// <summary>One open pin.</summary>
public sealed class GpioPin : IDisposable
{
    private static readonly GpioPinEventListener EventListener = new();

    // The firmware reads and writes these fields by name: keep the names.
    private readonly object _syncLock = new();
    private readonly int _pinNumber;
#pragma warning disable CS0414, IDE0044, IDE0052 // Written by the firmware.
    private PinMode _pinMode = PinMode.Input;
    private TimeSpan _debounceTimeout = TimeSpan.Zero;
    private PinValueChangedEventHandler _callbacks;
    private PinValue _lastInputValue = PinValue.Low;
#pragma warning restore CS0414, IDE0044, IDE0052
    private bool _disposedValue;

    internal GpioPin(int pinNumber) => _pinNumber = pinNumber;

    ~GpioPin()
    {
        if (!_disposedValue)
        {
            DisposeNative();
        }
    }

    /// <summary>Raised on a thread of its own at each edge, once the pin is an input.</summary>
    public event PinValueChangedEventHandler ValueChanged
    {
        add => SetCallbacks(value, true);
        remove => SetCallbacks(value, false);
    }

    /// <summary>How long the level must be steady before an edge counts.</summary>
    public TimeSpan DebounceTimeout
    {
        get => _debounceTimeout;
        set
        {
            _debounceTimeout = value;
            NativeSetDebounceTimeout();
        }
    }

    /// <summary>Port times 16 plus bit: PA5 is 5, PB0 is 16.</summary>
    public int PinNumber => _pinNumber;

    public PinMode GetPinMode()
    {
        lock (_syncLock)
        {
            RequireOpen();
            return _pinMode;
        }
    }

    public bool IsPinModeSupported(PinMode pinMode)
    {
        lock (_syncLock)
        {
            RequireOpen();
            return NativeIsPinModeSupported(pinMode);
        }
    }

    public void SetPinMode(PinMode value)
    {
        lock (_syncLock)
        {
            NativeSetPinMode(value);
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern PinValue Read();

    public void Write(PinValue value)
    {
        lock (_syncLock)
        {
            WriteNative(value);
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void Toggle();

    public void Dispose()
    {
        lock (_syncLock)
        {
            if (_disposedValue)
            {
                return;
            }

            EventListener.Remove(this);
            DisposeNative();
            _disposedValue = true;
            GC.SuppressFinalize(this);
        }
    }

    /// <returns>Whether the pin exists and was free.</returns>
    internal bool Open()
    {
        if (!NativeInit(_pinNumber))
        {
            return false;
        }

        EventListener.Add(this);
        return true;
    }

    internal void OnEdge(PinEventTypes edge)
    {
        PinValueChangedEventHandler callbacks;
        lock (_syncLock)
        {
            callbacks = _disposedValue ? null : _callbacks;
        }

        callbacks?.Invoke(this, new PinValueChangedEventArgs(edge, _pinNumber));
    }

    private void SetCallbacks(PinValueChangedEventHandler callback, bool add)
    {
        lock (_syncLock)
        {
            RequireOpen();
            PinValueChangedEventHandler previous = _callbacks;
            _callbacks = (PinValueChangedEventHandler)(add
                ? Delegate.Combine(previous, callback)
                : Delegate.Remove(previous, callback));
            try
            {
                // Setting the mode anew arms or disarms the pin's interrupt.
                NativeSetPinMode(_pinMode);
            }
            catch (Exception)
            {
                _callbacks = previous;
                throw;
            }
        }
    }

    private void RequireOpen()
    {
        if (_disposedValue)
        {
            throw new ObjectDisposedException();
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void DisposeNative();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern bool NativeIsPinModeSupported(PinMode pinMode);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeSetPinMode(PinMode pinMode);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern bool NativeInit(int pinNumber);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeSetDebounceTimeout();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void WriteNative(PinValue value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal extern void NativeSetAlternateFunction(int alternateFunction);
}
