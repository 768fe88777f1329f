using Earshot.Emulator.Heap;
using Earshot.Emulator.Runtime.Threading;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.GC over the board's managed heap.</summary>
[ReplacesMembersOf(typeof(GC))]
public static class GCMembers
{
    /// <summary>Waits until the finalizers that are due have run, as CoreLibrary does: looking every ten milliseconds.</summary>
    public static void WaitForPendingFinalizers()
    {
        while (Heap.AnyPendingFinalizers)
        {
            DeviceThreadObject.Sleep(10);
        }
    }

    /// <summary>Keeps an object's finalizer from running.</summary>
    public static void SuppressFinalize(object obj)
    {
        RequireObject(obj);
        Heap.Suppress(obj);
    }

    /// <summary>Takes back <see cref="SuppressFinalize"/>.</summary>
    public static void ReRegisterForFinalize(object obj)
    {
        RequireObject(obj);
        Heap.Suppress(obj);
        Heap.Register(obj);
    }

    private static ManagedHeap Heap => ThreadMeter.Current.Heap!;

    private static void RequireObject(object obj)
    {
        // As the firmware has it.
        if (obj is null)
        {
            throw new NullReferenceException();
        }
    }
}
