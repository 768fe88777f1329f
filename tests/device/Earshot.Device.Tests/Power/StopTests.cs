using System;
using System.Threading;
using Earshot.Interop;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Power;

/// <summary>STOP mode, and what the chip says of its supply and its last reset.</summary>
[TestClass]
public class StopTests
{
    [TestMethod]
    public void TheCalendarGoesOnWhileTheTicksStandStill()
    {
        DateTime before = DateTime.UtcNow;
        long ticks = Environment.TickCount64;
        int stopped = NativePower.Stop(2000);
        double passed = (DateTime.UtcNow - before).TotalMilliseconds;
        Assert.IsTrue(stopped >= 2000 && stopped < 2100);
        Assert.IsTrue(passed >= 1990 && passed < 2200);
        Assert.IsTrue(Environment.TickCount64 - ticks < 200);
    }

    [TestMethod]
    public void AnotherThreadSleepsThatMuchLonger()
    {
        DateTime begin = DateTime.UtcNow;
        DateTime end = begin;
        Thread thread = new Thread(() =>
        {
            Thread.Sleep(300);
            end = DateTime.UtcNow;
        });
        thread.Start();
        Thread.Sleep(100);
        NativePower.Stop(1000);
        thread.Join();
        double passed = (end - begin).TotalMilliseconds;
        Assert.IsTrue(passed >= 1290 && passed < 1500);
    }

    [TestMethod]
    public void ArgumentsAreChecked()
    {
        Assert.AreEqual(NativeStatus.Argument, NativePower.Stop(-1));
        Assert.AreEqual(NativeStatus.Argument, NativePower.Stop(NativePower.MaximumStop + 1));
        Assert.AreEqual(0, NativePower.Stop(0));
        Assert.AreEqual(NativeStatus.Argument, NativeWatchdog.Start(0));
        Assert.AreEqual(NativeStatus.Argument, NativeWatchdog.Start(NativeWatchdog.MaximumTimeout + 1));
        Assert.AreEqual(NativeStatus.Watchdog, NativeWatchdog.Feed());
    }

    [TestMethod]
    public void TheChipTellsItsSupplyAndItsResetCause()
    {
        int millivolts = NativePower.SupplyMillivolts();
        int cause = NativePower.ResetCause();
        Assert.IsTrue(millivolts > 1700 && millivolts < 3700);
        Assert.IsTrue(cause >= NativePower.CauseUnknown && cause <= NativePower.CauseStandbyWake);
    }
}
