using System;
using System.Threading;
using nanoFramework.Networking;
using nanoFramework.Runtime.Native;
using nanoFramework.TestFramework;

namespace Earshot.Network.Tests.Time;

/// <summary>
/// The time from SNTP servers. The servers are right; what is wrong is the board's clock, so that they seem to be.
/// </summary>
[TestClass]
public class SntpTimeTests
{
    private const string Server = "0.pool.ntp.org";
    private const string SecondServer = "1.pool.ntp.org";
    private const string NoServer = "nobody.invalid";

    private static DateTime s_true;
    private static long s_trueUptime;

    /// <summary>Gets the true time first, with nothing of Earshot's.</summary>
    [Setup]
    public static void Ask()
    {
        Rtc.SetSystemTime(new DateTime(2001, 1, 1));
        Sntp.Server1 = Server;
        Sntp.Server2 = SecondServer;
        Sntp.Start();
        for (int waited = 0; DateTime.UtcNow.Year < 2024 && waited < 30000; waited += 100)
        {
            Thread.Sleep(100);
        }

        Sntp.Stop();
        s_true = DateTime.UtcNow;
        s_trueUptime = System.Environment.TickCount64;
        Assert.IsTrue(s_true.Year >= 2024, "no time server answers");
    }

    [TestMethod]
    public void AClockThatIsNotSetTakesTheTimeOfTwoServersThatAgree()
    {
        Rtc.SetSystemTime(new DateTime(2001, 1, 1));
        NodeClock clock = new NodeClock();
        long uptime = clock.Uptime;
        long ticks = System.Environment.TickCount64;
        Assert.IsFalse(clock.IsSet);
        Assert.IsTrue(new SntpTime(clock, Server, SecondServer).TrySynchronize());
        Assert.IsTrue(clock.IsSet);
        Assert.IsFalse(clock.IsDue);
        Assert.IsTrue(Magnitude(Error()) < 3000);
        // What the clock jumped does not count as time that has passed.
        Assert.IsTrue(Magnitude(clock.Uptime - uptime - (System.Environment.TickCount64 - ticks)) < 50);
    }

    [TestMethod]
    public void OneServerIsEnoughForAClockThatIsNotSet()
    {
        Rtc.SetSystemTime(new DateTime(2001, 1, 1));
        Assert.IsTrue(new SntpTime(new NodeClock(), Server).TrySynchronize());
        Assert.IsTrue(Magnitude(Error()) < 3000);
    }

    [TestMethod]
    public void ASmallErrorIsMended()
    {
        SetTo(600);
        NodeClock clock = new NodeClock();
        Assert.IsTrue(new SntpTime(clock, Server).TrySynchronize());
        Assert.IsTrue(Magnitude(Error()) < 3000);
        Assert.IsTrue(clock.Uptime < 25000);
    }

    [TestMethod]
    public void OneServerThatIsYearsOffIsNeverBelieved()
    {
        SetTo(315360000);
        NodeClock clock = new NodeClock();
        SntpTime time = new SntpTime(clock, Server);
        Assert.IsFalse(time.TrySynchronize());
        Assert.IsTrue(Magnitude(Error() - 315360000000) < 3000);
        Assert.IsFalse(time.TrySynchronize());
        Assert.IsTrue(Magnitude(Error() - 315360000000) < 3000);
        Assert.IsTrue(clock.IsDue);
        Assert.IsTrue(clock.Uptime < 50000);
        // The client would set the clock by itself.
        Assert.IsFalse(Sntp.IsStarted);
    }

    [TestMethod]
    public void TwoServersThatAgreeAreBelieved()
    {
        SetTo(315360000);
        Assert.IsTrue(new SntpTime(new NodeClock(), Server, SecondServer).TrySynchronize());
        Assert.IsTrue(Magnitude(Error()) < 3000);
    }

    [TestMethod]
    public void TheSecondServerAnswersForTheFirst()
    {
        SetTo(600);
        Assert.IsTrue(new SntpTime(new NodeClock(), NoServer, SecondServer).TrySynchronize());
        Assert.IsTrue(Magnitude(Error()) < 3000);
    }

    [TestMethod]
    public void WithoutAnAnswerTheClockStays()
    {
        SetTo(600);
        NodeClock clock = new NodeClock();
        Assert.IsFalse(new SntpTime(clock, NoServer).TrySynchronize());
        Assert.IsTrue(Magnitude(Error() - 600000) < 3000);
        Assert.IsTrue(clock.IsDue);
        Assert.IsFalse(Sntp.IsStarted);
    }

    [TestMethod]
    public void TheSameServerTwiceIsNoWitness()
    {
        Assert.ThrowsException(typeof(ArgumentException), () => new SntpTime(new NodeClock(), Server, Server));
    }

    private static DateTime True => new DateTime(s_true.Ticks + ((System.Environment.TickCount64 - s_trueUptime) * 10000));

    // How far the clock is ahead of the true time, in milliseconds.
    private static long Error() => (DateTime.UtcNow.Ticks - True.Ticks) / 10000;

    private static void SetTo(long secondsAhead) => Rtc.SetSystemTime(new DateTime(True.Ticks + (secondsAhead * 10000000)));

    private static long Magnitude(long value) => value < 0 ? -value : value;
}
