using System;
using System.Threading;
using nanoFramework.Runtime.Events;

namespace Earshot.Packages;

internal static class NativeEvents
{
    public static void Custom()
    {
        CustomEvent.CustomEventPosted += (sender, e) => Host.Report(e.Data1.ToString() + " " + e.Data2.ToString());
        Thread.Sleep(1000);
        EventSink.PostManagedEvent((byte)EventCategory.Custom, 0, 7, 8);
    }

    public static void Driver()
    {
        NativeEventDispatcher dispatcher = new NativeEventDispatcher("Doorbell", 0);
        dispatcher.OnInterrupt += (data1, data2, time) =>
            Host.Report(data1.ToString() + " " + data2.ToString() + " " + time.Millisecond.ToString());
        Thread.Sleep(1000);
        dispatcher.Dispose();
        try
        {
            new NativeEventDispatcher("Nothing", 0);
        }
        catch (Exception exception)
        {
            Host.Report(exception.Message);
        }

        Thread.Sleep(1000);
    }
}
