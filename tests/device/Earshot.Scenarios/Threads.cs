using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Earshot.Scenarios;

internal static class Threads
{
    private static readonly object s_lock = new object();
    private static int s_shared;
    private static int s_fast;
    private static int s_slow;
    private static bool s_stop;

    public static void SleepForASecond()
    {
        Thread.Sleep(1000);
        Host.Report("slept");
    }

    public static void RoundRobin()
    {
        Thread first = new Thread(() => Spin("first"));
        Thread second = new Thread(() => Spin("second"));
        first.Start();
        second.Start();
        first.Join();
        second.Join();
    }

    public static void Priorities()
    {
        Thread fast = new Thread(() => { while (!s_stop) { s_fast++; } });
        Thread slow = new Thread(() => { while (!s_stop) { s_slow++; } });
        fast.Priority = ThreadPriority.AboveNormal;
        slow.Priority = ThreadPriority.BelowNormal;
        fast.Start();
        slow.Start();
        Thread.Sleep(4000);
        s_stop = true;
        Host.Report(s_fast.ToString() + " " + s_slow.ToString());
    }

    public static void Lock()
    {
        Thread[] threads = new Thread[3];
        for (int index = 0; index < threads.Length; index++)
        {
            threads[index] = new Thread(() =>
            {
                for (int count = 0; count < 20; count++)
                {
                    lock (s_lock)
                    {
                        int value = s_shared;
                        Thread.Sleep(1);
                        s_shared = value + 1;
                    }
                }
            });
            threads[index].Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        Host.Report(s_shared.ToString());
    }

    public static void Events()
    {
        AutoResetEvent ping = new AutoResetEvent(false);
        ManualResetEvent done = new ManualResetEvent(false);
        Thread thread = new Thread(() =>
        {
            for (int count = 0; count < 3; count++)
            {
                ping.WaitOne();
                Host.Report("ping " + count.ToString());
            }

            done.Set();
        });
        thread.Start();
        for (int count = 0; count < 3; count++)
        {
            Thread.Sleep(10);
            ping.Set();
        }

        Host.Report("done " + done.WaitOne(1000, false).ToString() + " again " + done.WaitOne(0, false).ToString());
        Host.Report("timeout " + ping.WaitOne(250, false).ToString());
    }

    public static void WaitForAll()
    {
        WaitHandle[] handles = { new AutoResetEvent(false), new AutoResetEvent(false) };
        Timer first = new Timer(state => ((AutoResetEvent)handles[0]).Set(), null, 100, -1);
        Timer second = new Timer(state => ((AutoResetEvent)handles[1]).Set(), null, 300, -1);
        Host.Report("any " + WaitHandle.WaitAny(handles).ToString());
        ((AutoResetEvent)handles[0]).Set();
        Host.Report("all " + WaitHandle.WaitAll(handles, 1000, false).ToString());
        Host.Report("none " + WaitHandle.WaitAny(handles, 50, false).ToString());
        first.Dispose();
        second.Dispose();
    }

    public static void TickFiveTimes()
    {
        int ticks = 0;
        AutoResetEvent done = new AutoResetEvent(false);
        Timer timer = new Timer(
            state =>
            {
                ticks++;
                if (ticks == 5)
                {
                    done.Set();
                }
            },
            null,
            100,
            200);
        done.WaitOne();
        timer.Dispose();
        Host.Report("five");
        Thread.Sleep(1000);
        Host.Report(ticks.ToString());
    }

    public static void Join()
    {
        Thread thread = new Thread(() => Thread.Sleep(500));
        Host.Report(thread.IsAlive.ToString());
        thread.Start();
        Host.Report(thread.Join(100).ToString() + " " + thread.ThreadState.ToString());
        Host.Report(thread.Join(1000).ToString() + " " + thread.IsAlive.ToString());
    }

    public static void Abort()
    {
        Thread thread = new Thread(() =>
        {
            try
            {
                while (true)
                {
                }
            }
            catch (ThreadAbortException)
            {
                Host.Report("aborted");
                throw;
            }
        });
        thread.Start();
        Thread.Sleep(100);
        thread.Abort();
        thread.Join();
        Host.Report("gone");
    }

    public static void SuspendAndResume()
    {
        Thread thread = new Thread(() => { while (!s_stop) { s_shared++; } });
        thread.Start();
        Thread.Sleep(100);
        thread.Suspend();
        int before = s_shared;
        Thread.Sleep(100);
        Host.Report((s_shared == before && before > 0).ToString());
        thread.Resume();
        Thread.Sleep(100);
        Host.Report((s_shared > before).ToString());
        s_stop = true;
        thread.Join();
    }

    public static void Synchronized()
    {
        Thread thread = new Thread(SlowIncrement);
        thread.Start();
        Thread.Sleep(1);
        SlowIncrement();
        thread.Join();
        Host.Report(s_shared.ToString());
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    private static void SlowIncrement()
    {
        int value = s_shared;
        Thread.Sleep(50);
        s_shared = value + 1;
    }

    private static void Spin(string name)
    {
        for (int round = 0; round < 3; round++)
        {
            Host.Report(name + " " + round.ToString());
            // Longer than a quantum, so that the other one gets its turn.
            for (int count = 0; count < 8000; count++)
            {
            }
        }
    }
}
