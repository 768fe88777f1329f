using System;
using System.Threading;

namespace Earshot.Scenarios;

/// <summary>What device code sees of its managed heap.</summary>
internal static class Memory
{
    private static object s_kept;
    private static int s_finalized;

    public static void AllocateWithoutEnd()
    {
        Chain last = null;
        while (true)
        {
            last = new Chain(last);
        }
    }

    public static void CatchTheEnd()
    {
        Host.Report(Fill().ToString());
        byte[] again = new byte[40000];
        Host.Report(again.Length.ToString());
    }

    private static int Fill()
    {
        int blocks = 0;
        try
        {
            object[] kept = new object[1000];
            while (true)
            {
                kept[blocks] = new byte[988];
                blocks++;
            }
        }
        catch (OutOfMemoryException)
        {
            return blocks;
        }
    }

    public static void TooLarge()
    {
        try
        {
            s_kept = new byte[200000];
        }
        catch (OutOfMemoryException)
        {
            Host.Report("too large");
        }
    }

    public static void Garbage()
    {
        for (int index = 0; index < 5000; index++)
        {
            s_kept = new byte[100];
        }

        Host.Report("done");
    }

    public static void WeakReferences()
    {
        object target = new object();
        WeakReference held = new WeakReference(target);
        WeakReference dropped = new WeakReference(new object());
        WeakReference returned = new WeakReference(Make());
        nanoFramework.Runtime.Native.GC.Run(false);
        Host.Report(held.IsAlive.ToString() + " " + dropped.IsAlive.ToString() + " " + returned.IsAlive.ToString());
        s_kept = target;
        target = null;
        nanoFramework.Runtime.Native.GC.Run(false);
        Host.Report((held.Target == s_kept).ToString());
        s_kept = null;
        nanoFramework.Runtime.Native.GC.Run(false);
        Host.Report(held.IsAlive.ToString());
    }

    public static void Finalizers()
    {
        s_finalized = 0;
        Drop();
        nanoFramework.Runtime.Native.GC.Run(true);
        GC.WaitForPendingFinalizers();
        Host.Report(s_finalized.ToString());
        GC.SuppressFinalize(new Finalizable());
        nanoFramework.Runtime.Native.GC.Run(true);
        GC.WaitForPendingFinalizers();
        Host.Report(s_finalized.ToString());
    }

    // Each reference that a collection must find is held in one kind of place only.
    public static void Roots()
    {
        WeakReference[] watched = new WeakReference[8];
        object local = Watched(watched, 0);
        s_kept = Watched(watched, 1);
        Thread thread = new Thread(() => Wait(new object[] { Watched(watched, 2) }));
        thread.Start();
        Timer timer = new Timer(Tick, Watched(watched, 3), 100000, 100000);
        Holder holder = new Holder();
        holder.Inner.Value = Watched(watched, 4);
        Pair pair = new Pair();
        pair.Value = Watched(watched, 5);
        Thread.Sleep(10);
        bool isThere = Collect(Watched(watched, 6), Collect(null, watched), watched);
        Swap(ref local, watched);
        string text = "";
        for (int index = 0; index < 8; index++)
        {
            text += watched[index].IsAlive ? "1" : "0";
        }

        Host.Report(text + " " + isThere.ToString());
        GC.SuppressFinalize(timer);
        GC.SuppressFinalize(holder);
        GC.SuppressFinalize(pair.Value);
        GC.SuppressFinalize(local);
        thread.Join();
    }

    public static void Handlers()
    {
        for (int round = 0; round < 300; round++)
        {
            try
            {
                ThrowDeep(20);
            }
            catch (InvalidOperationException)
            {
            }
        }

        Host.Report("handled");
    }

    private static void ThrowDeep(int depth)
    {
        object kept = new byte[10];
        if (depth == 0)
        {
            throw new InvalidOperationException();
        }

        try
        {
            ThrowDeep(depth - 1);
        }
        finally
        {
            s_kept = kept;
        }
    }

    private static void Swap(ref object value, WeakReference[] watched)
    {
        value = Watched(watched, 7);
        nanoFramework.Runtime.Native.GC.Run(false);
    }

    private static bool Collect(object argument, bool before, WeakReference[] watched)
    {
        nanoFramework.Runtime.Native.GC.Run(false);
        return argument != null || before || watched[6] == null;
    }

    private static bool Collect(object argument, WeakReference[] watched)
    {
        nanoFramework.Runtime.Native.GC.Run(false);
        return watched[6].IsAlive && argument == null;
    }

    private static void Wait(object[] kept)
    {
        Thread.Sleep(1000);
        s_finalized += kept.Length;
    }

    private static object Watched(WeakReference[] watched, int index)
    {
        object made = new object();
        watched[index] = new WeakReference(made);
        return made;
    }

    private static void Tick(object state)
    {
    }

    private static object Make() => new byte[100];

    private static void Drop()
    {
        new Finalizable().ToString();
        new Derived().ToString();
    }

    private struct Pair
    {
        public object Value;
    }

    private sealed class Holder
    {
        public Pair Inner;
    }

    private sealed class Chain
    {
        public Chain(Chain previous) => Previous = previous;

        public Chain Previous { get; }
    }

    private class Finalizable
    {
        ~Finalizable() => s_finalized++;
    }

    private sealed class Derived : Finalizable
    {
        ~Derived() => s_finalized += 10;
    }
}
