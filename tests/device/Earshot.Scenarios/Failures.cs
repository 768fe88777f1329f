using System;
using System.Threading;

namespace Earshot.Scenarios;

internal static class Failures
{
    private static int s_depth;

    public static void Throw()
    {
        Thread.Sleep(1500);
        Inner(null);
    }

    public static void ThrowInThread()
    {
        Thread thread = new Thread(() => Inner(null));
        thread.Start();
        Thread.Sleep(Timeout.Infinite);
    }

    public static void Deadlock()
    {
        object first = new object();
        object second = new object();
        Thread thread = new Thread(() => TakeBoth(second, first));
        thread.Start();
        TakeBoth(first, second);
    }

    public static void RunForEver()
    {
        while (true)
        {
            s_depth++;
        }
    }

    public static void SwallowEverything()
    {
        while (true)
        {
            try
            {
                Thread.Sleep(10);
            }
            catch (Exception)
            {
                s_depth++;
            }
            finally
            {
                s_depth++;
            }
        }
    }

    public static void Recurse()
    {
        try
        {
            Deeper();
        }
        catch (OutOfMemoryException)
        {
            Host.Report((s_depth > 100).ToString());
        }
    }

    private static void Deeper()
    {
        s_depth++;
        Deeper();
        s_depth--;
    }

    private static void TakeBoth(object first, object second)
    {
        lock (first)
        {
            Thread.Sleep(10);
            lock (second)
            {
                Host.Report("both");
            }
        }
    }

    private static void Inner(string text)
    {
        Deepest(text);
    }

    private static void Deepest(string text)
    {
        if (text == null)
        {
            throw new InvalidOperationException("deliberate");
        }
    }
}
