using System;
using System.Threading;
using Earshot.Interop;

namespace Earshot.Scenarios;

/// <summary>Apps that start again and again.</summary>
internal static class Boots
{
    private static readonly object Lock = new object();
    private static int s_starts;
    private static Timer s_timer;

    /// <summary>Counts in a static field, holds locks, and lets a thread and a timer tick.</summary>
    public static void Tick()
    {
        s_starts++;
        Host.Report("start " + s_starts.ToString() + " cause " + NativePower.ResetCause().ToString());
        lock ("a literal that every program shares")
        {
            lock (Lock)
            {
                s_timer = new Timer(state => Host.Report("timer"), null, 300, 300);
                Thread thread = new Thread(SleepAndSay);
                thread.Start();
                try
                {
                    Thread.Sleep(Timeout.Infinite);
                }
                finally
                {
                    Host.Report("finally");
                }
            }
        }
    }

    /// <summary>Never comes to rest.</summary>
    public static void Compute()
    {
        Host.Report("start");
        try
        {
            while (true)
            {
                s_starts++;
            }
        }
        catch (Exception)
        {
            Host.Report("caught");
        }
        finally
        {
            Host.Report("finally");
        }
    }

    /// <summary>STOP mode stops threads and timers with the clocks.</summary>
    public static void Stop()
    {
        s_timer = new Timer(state => Host.Report("timer"), null, 500, 0);
        Thread thread = new Thread(SleepAndSay);
        thread.Start();
        Thread.Sleep(100);
        long before = Environment.TickCount64;
        Host.Report("stopped for " + NativePower.Stop(2000).ToString());
        Host.Report("ticks " + (Environment.TickCount64 - before).ToString());
        Host.Report("bad " + NativePower.Stop(-1).ToString() + " none " + NativePower.Stop(0).ToString());
        Thread.Sleep(1000);
        s_timer.Dispose();
    }

    /// <summary>Feeds the watchdog three times and then hangs.</summary>
    public static void Watchdog()
    {
        Host.Report("cause " + NativePower.ResetCause().ToString());
        Host.Report("unfed " + NativeWatchdog.Feed().ToString() + " bad " + NativeWatchdog.Start(0).ToString());
        NativeWatchdog.Start(500);
        for (int i = 0; i < 3; i++)
        {
            Thread.Sleep(400);
            NativeWatchdog.Feed();
        }

        while (true)
        {
            s_starts++;
        }
    }

    private static void SleepAndSay()
    {
        while (true)
        {
            Thread.Sleep(400);
            Host.Report("thread");
        }
    }
}
