using System;
using System.Threading;

namespace Earshot.Traced;

/// <summary>Tells the time once a second or so.</summary>
internal static class Clock
{
    public static void Tick()
    {
        while (true)
        {
            Console.WriteLine("clock " + DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss.fff"));
            Thread.Sleep(997);
        }
    }
}
