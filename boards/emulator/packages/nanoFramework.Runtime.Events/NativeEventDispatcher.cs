using System;
using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Events;

/// <summary>
/// Receives the interrupts of a native driver. For each one the runtime starts a managed thread on
/// <see cref="threadSpawn"/>.
/// </summary>
public class NativeEventDispatcher : IDisposable
{
    // The runtime reads these fields by name: keep the names.
    protected NativeEventHandler threadSpawn;
    protected NativeEventHandler callbacks;
    protected bool disposed;
#pragma warning disable CS0169, IDE1006 // Only the runtime uses it, under this name.
    private object _NativeEventDispatcher;
#pragma warning restore CS0169, IDE1006

    /// <param name="driverName">The name under which the driver is registered in the firmware.</param>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern NativeEventDispatcher(string driverName, ulong driverData);

    ~NativeEventDispatcher() => Dispose(false);

    public event NativeEventHandler OnInterrupt
    {
        add
        {
            lock (this)
            {
                RequireOpen();
                bool isFirst = callbacks == null;
                callbacks = (NativeEventHandler)Delegate.Combine(callbacks, value);
                if (isFirst && callbacks != null)
                {
                    EnableInterrupt();
                }

                // A thread can be started on one method only.
                threadSpawn = isFirst ? callbacks : InvokeAll;
            }
        }

        remove
        {
            lock (this)
            {
                RequireOpen();
                bool wasEnabled = callbacks != null;
                callbacks = (NativeEventHandler)Delegate.Remove(callbacks, value);
                if (callbacks == null && wasEnabled)
                {
                    DisableInterrupt();
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern void EnableInterrupt();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern void DisableInterrupt();

    [MethodImpl(MethodImplOptions.InternalCall)]
    protected virtual extern void Dispose(bool disposing);

    public void Dispose()
    {
        lock (this)
        {
            if (disposed)
            {
                return;
            }

            Dispose(true);
            GC.SuppressFinalize(this);
            disposed = true;
        }
    }

    private void InvokeAll(uint data1, uint data2, DateTime time) => callbacks?.Invoke(data1, data2, time);

    private void RequireOpen()
    {
        if (disposed)
        {
            throw new ObjectDisposedException();
        }
    }
}
