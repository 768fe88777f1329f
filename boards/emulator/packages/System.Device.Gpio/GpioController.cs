using System.Collections;
using System.Runtime.CompilerServices;

namespace System.Device.Gpio;

/// <summary>The board's pins. All controllers share the pins that are open.</summary>
public sealed class GpioController : IDisposable
{
    private static readonly ArrayList Registrations = new();

    private bool _disposedValue;

    public GpioController()
    {
    }

    public GpioController(PinNumberingScheme numberingScheme) => NumberingScheme = numberingScheme;

    /// <summary>Kept for compatibility: pins are always numbered as the firmware does.</summary>
    public PinNumberingScheme NumberingScheme { get; }

    public extern int PinCount
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    /// <exception cref="InvalidOperationException">There is no such pin, or it is open already.</exception>
    public GpioPin OpenPin(int pinNumber)
    {
        var pin = new GpioPin(pinNumber);
        if (!pin.Open())
        {
            throw new InvalidOperationException();
        }

        lock (Registrations)
        {
            Registrations.Add(new PinRegistration { Pin = pin });
        }

        return pin;
    }

    /// <inheritdoc cref="OpenPin(int)"/>
    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        GpioPin pin = OpenPin(pinNumber);
        pin.SetPinMode(mode);
        return pin;
    }

    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public void ClosePin(int pinNumber)
    {
        PinRegistration registration = Require(pinNumber);
        registration.Pin.Dispose();
        lock (Registrations)
        {
            Registrations.Remove(registration);
        }
    }

    /// <summary>Closes every pin.</summary>
    public void Dispose()
    {
        if (_disposedValue)
        {
            return;
        }

        lock (Registrations)
        {
            foreach (PinRegistration registration in Registrations)
            {
                registration.Pin.Dispose();
            }

            Registrations.Clear();
        }

        DisposeNative();
        _disposedValue = true;
    }

    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public PinMode GetPinMode(int pinNumber) => Require(pinNumber).Pin.GetPinMode();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern bool IsPinModeSupported(int pinNumber, PinMode mode);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern bool IsPinOpen(int pinNumber);

    public PinValue Read(int pinNumber) => NativeRead(pinNumber);

    /// <summary>Calls <paramref name="callback"/> at edges; a pin has one callback, the last one registered.</summary>
    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public void RegisterCallbackForPinValueChangedEvent(
        int pinNumber,
        PinEventTypes eventTypes,
        PinChangeEventHandler callback)
    {
        PinRegistration registration = Require(pinNumber);
        bool wasSilent = registration.Callback == null;
        registration.EventTypes = eventTypes;
        registration.Callback = callback;
        if (wasSilent)
        {
            registration.Pin.ValueChanged += OnValueChanged;
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void SetPinMode(int pinNumber, PinMode mode);

    public void UnregisterCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
        PinRegistration registration = Find(pinNumber);
        if (registration == null || registration.Callback == null)
        {
            return;
        }

        registration.EventTypes = PinEventTypes.None;
        registration.Callback = null;
        registration.Pin.ValueChanged -= OnValueChanged;
    }

    public void Write(int pinNumber, PinValue value) => NativeWrite(pinNumber, (byte)value);

    private static PinRegistration Find(int pinNumber)
    {
        lock (Registrations)
        {
            foreach (PinRegistration registration in Registrations)
            {
                if (registration.Pin.PinNumber == pinNumber)
                {
                    return registration;
                }
            }
        }

        return null;
    }

    private static PinRegistration Require(int pinNumber) => Find(pinNumber) ?? throw new InvalidOperationException();

    private void OnValueChanged(object sender, PinValueChangedEventArgs e)
    {
        PinRegistration registration = Find(e.PinNumber);
        if (registration != null && (registration.EventTypes & e.ChangeType) != PinEventTypes.None)
        {
            registration.Callback?.Invoke(this, new PinValueChangedEventArgs(e.ChangeType, e.PinNumber));
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void DisposeNative();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern byte NativeRead(int pinNumber);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeWrite(int pinNumber, byte value);
}
