using System;
using System.Threading;
using nanoFramework.Networking;

namespace Earshot.Packages;

internal static class NetworkTime
{
    public static void Synchronise()
    {
        Host.Report(Sntp.IsStarted.ToString() + " " + Sntp.Server1);
        Sntp.Server2 = "time.example";
        Sntp.Start();
        Thread.Sleep(30000);
        Host.Report(Sntp.IsStarted.ToString() + " " + DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss"));
        Thread.Sleep(3600000);
        Host.Report(DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss"));
        Sntp.Stop();
        Host.Report(Sntp.IsStarted.ToString());
    }

    public static void BlockForEver()
    {
        Sntp.Start();
        Thread.Sleep(10000);
        new AutoResetEvent(false).WaitOne();
    }
}
