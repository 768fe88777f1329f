using System;
using System.Threading;
using nanoFramework.Hardware.Stm32;
using nanoFramework.Runtime.Native;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Power;

/// <summary>The calendar clock and its alarm.</summary>
[TestClass]
public class ClockTests
{
    private static readonly DateTime Moment = new DateTime(2027, 11, 28, 13, 14, 15);

    [TestMethod]
    public void ItIsSetToWholeSecondsAndGoesOn()
    {
        Assert.IsTrue(Rtc.SetSystemTime(Moment));
        double first = (DateTime.UtcNow - Moment).TotalMilliseconds;
        Thread.Sleep(1500);
        double second = (DateTime.UtcNow - Moment).TotalMilliseconds;
        Assert.IsTrue(first >= 0 && first < 100);
        Assert.IsTrue(second >= 1500 && second < 1700);
    }

    [TestMethod]
    public void TheTicksCountWhatThreadsSleep()
    {
        long before = System.Environment.TickCount64;
        Thread.Sleep(250);
        long passed = System.Environment.TickCount64 - before;
        Assert.IsTrue(passed >= 250 && passed < 350);
    }

    [TestMethod]
    public void TheAlarmIsReadAsItWasSet()
    {
        Rtc.SetSystemTime(Moment);
        RTC.SetAlarm(Moment.AddDays(1).AddSeconds(5));
        Assert.AreEqual(Moment.AddDays(1).AddSeconds(5).Ticks, RTC.GetAlarm().Ticks);
    }

    [TestMethod]
    public void AnAlarmOnAnEarlierDayIsNextMonth()
    {
        Rtc.SetSystemTime(Moment);
        RTC.SetAlarm(new DateTime(2027, 11, 3, 1, 2, 3));
        Assert.AreEqual(new DateTime(2027, 12, 3, 1, 2, 3).Ticks, RTC.GetAlarm().Ticks);
    }
}
