using System.Runtime.CompilerServices;
using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Runtime.Events.NativeEventDispatcher.</summary>
[NativeHalfOf("nanoFramework.Runtime.Events.NativeEventDispatcher")]
public static class RuntimeEventDispatcher
{
    // Keyed by the dispatcher, so that its driver goes when it does.
    private static readonly ConditionalWeakTable<object, string> Drivers = [];

    /// <summary>Finds the driver.</summary>
    /// <exception cref="ArgumentNullException">The name is empty.</exception>
    /// <exception cref="NotSupportedException">The firmware has no such driver.</exception>
    public static void Construct(object self, string driverName, ulong driverData)
    {
        if (driverName is null)
        {
            throw new NullReferenceException();
        }

        ArgumentNullException.ThrowIfNull(driverName.Length == 0 ? null : driverName, nameof(driverName));
        if (!EmulatedBoard.Current.Events.HasDriver(driverName))
        {
            throw new NotSupportedException($"The firmware has no driver {driverName}.");
        }

        Drivers.AddOrUpdate(self, driverName);
        EmulatedBoard.Current.Events.Attach(driverName, (data1, data2, time) => Dispatch(self, data1, data2, time));
    }

    /// <summary>Without effect on the event sink, whose driver is always on.</summary>
    public static void EnableInterrupt(object self) => RequireOpen(self);

    /// <inheritdoc cref="EnableInterrupt"/>
    public static void DisableInterrupt(object self) => RequireOpen(self);

    /// <summary>Ends the driver.</summary>
    public static void Dispose(object self, bool disposing)
    {
        if (Drivers.TryGetValue(self, out var driver))
        {
            EmulatedBoard.Current.Events.Detach(driver);
        }
    }

    private static void RequireOpen(object self)
    {
        if (DeviceFields.Get<bool>(self, "disposed"))
        {
            throw new ObjectDisposedException(null);
        }
    }

    // The runtime starts a thread on the delegate of this field; where nothing listens, the interrupt ends here.
    private static void Dispatch(object self, uint data1, uint data2, DateTime time)
    {
        if (DeviceFields.Get<Delegate?>(self, "threadSpawn") is { } handler)
        {
            var call = (Action<uint, uint, DateTime>)Delegate.CreateDelegate(typeof(Action<uint, uint, DateTime>), handler, "Invoke");
            call(data1, data2, time);
        }
    }
}
