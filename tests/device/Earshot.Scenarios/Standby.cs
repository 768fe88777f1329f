using System;
using System.Threading;
using Earshot.Interop;
using nanoFramework.Hardware.Stm32;
using Runtime = nanoFramework.Runtime.Native;

namespace Earshot.Scenarios;

/// <summary>Apps that sleep without memory, and what they find when they wake up.</summary>
internal static class Standby
{
    private static int s_starts;

    /// <summary>Counts its starts in backup memory and sleeps a minute, or until the pin rises.</summary>
    public static void SleepByAlarm()
    {
        s_starts++;
        int count = BackupMemory.ReadInt32(4) + 1;
        BackupMemory.WriteInt32(4, count);
        Host.Report("start " + s_starts.ToString() + " count " + count.ToString() + " cause " + NativePower.ResetCause().ToString()
            + " reason " + ((int)Power.WakeupReason).ToString());
        Power.EnableWakeupPin(Power.WakeupPin.Pin1);
        RTC.SetAlarm(DateTime.UtcNow.AddSeconds(60));
        Power.EnterStandbyMode();
        Host.Report("after standby");
    }

    /// <summary>Sleeps for ten seconds with a watchdog of five.</summary>
    public static void SleepWithWatchdog()
    {
        Host.Report("cause " + NativePower.ResetCause().ToString());
        NativeWatchdog.Start(5000);
        RTC.SetAlarm(DateTime.UtcNow.AddSeconds(10));
        Power.EnterStandbyMode();
    }

    /// <summary>The official members, one after the other.</summary>
    public static void Members()
    {
        Host.Report("size " + BackupMemory.Size.ToString());
        BackupMemory.WriteBytes(8, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 });
        BackupMemory.WriteByte(13, 66);
        Host.Report("bytes " + Text(8, 8));
        BackupMemory.WriteBytes(20, new byte[] { 9, 9, 9, 9 });
        BackupMemory.WriteBytes(20, new byte[] { 1, 2, 3 });
        Host.Report("three " + Text(20, 4));
        BackupMemory.WriteInt64(32, 0x1122334455667788);
        Host.Report("long " + (BackupMemory.ReadInt64(32) == 0x1122334455667788).ToString());
        Host.Report("behind " + Fails(() => BackupMemory.ReadByte(80)) + " " + Fails(() => BackupMemory.ReadInt32(78)));
        RTC.SetAlarm(new DateTime(2026, 1, 20, 12, 34, 56));
        Host.Report("alarm " + RTC.GetAlarm().ToString("yyyy-MM-dd HH:mm:ss"));
        Host.Report("pin " + Fails(() => Power.EnableWakeupPin(Power.WakeupPin.Pin2)));
        Host.Report("id " + Utilities.UniqueDeviceId.Length.ToString() + " " + Utilities.DeviceId.ToString() + " " + Utilities.DeviceRevisionId.ToString());
        uint channel = Configuration.AddAdcChannel(1, 4, 4);
        Configuration.RemoveAdcChannel(channel);
        Host.Report("channel " + Fails(() => Configuration.RemoveAdcChannel(channel)) + " " + Fails(() => Configuration.AddAdcChannel(9, 0, 0)));
        Configuration.ConfigurePin(5, new GpioConfiguration { Mode = GpioConfiguration.IOMode.Output, AlternateFunction = 7 });
        Host.Report("set " + Runtime.Rtc.SetSystemTime(new DateTime(2031, 2, 3, 4, 5, 6)).ToString());
        Host.Report(DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss.fff"));
        Thread.Sleep(1500);
        Host.Report(DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss.fff"));
        Host.Report(Runtime.SystemInfo.TargetName + " " + Runtime.SystemInfo.Platform + " " + Runtime.SystemInfo.Version.Major.ToString()
            + " " + ((int)Runtime.SystemInfo.FloatingPointSupport).ToString());
    }

    /// <summary>Restarts in every way there is, one after the other.</summary>
    public static void Reboot()
    {
        int count = BackupMemory.ReadInt32(0) + 1;
        BackupMemory.WriteInt32(0, count);
        Host.Report("start " + count.ToString() + " cause " + NativePower.ResetCause().ToString() + " ticks " + Environment.TickCount64.ToString());
        Runtime.Power.OnRebootEvent += () => Host.Report("handler");
        Thread.Sleep(100);
        if (count == 1)
        {
            Runtime.Power.RebootDevice();
        }

        if (count == 2)
        {
            NativeWatchdog.Start(1000);
            Runtime.Power.RebootDevice(Runtime.RebootOption.ClrOnly);
        }

        if (count == 3)
        {
            Host.Report("fed " + NativeWatchdog.Feed().ToString());
            Runtime.Power.OnRebootEvent += () => Thread.Sleep(Timeout.Infinite);
            Runtime.Power.RebootDevice(200);
        }

        Runtime.Power.RebootDevice(Runtime.RebootOption.EnterNanoBooter);
    }

    /// <summary>Limits that strike, that are lifted, and that end with their method.</summary>
    public static void Constrain()
    {
        try
        {
            Runtime.ExecutionConstraint.Install(100, 2);
            while (true)
            {
                s_starts++;
            }
        }
        catch (Runtime.ConstraintException)
        {
            Host.Report("struck");
        }

        Runtime.ExecutionConstraint.Install(-1, 2);
        Thread.Sleep(1000);
        Host.Report("lifted");
        InstallAndReturn();
        Thread.Sleep(1000);
        Host.Report("ended with its method");
        try
        {
            Runtime.ExecutionConstraint.Install(100, 2);
            Thread.Sleep(Timeout.Infinite);
        }
        catch (Runtime.ConstraintException)
        {
            Host.Report("struck asleep");
        }
    }

    /// <summary>Says what the clock shows, far apart.</summary>
    public static void Clock()
    {
        Host.Report(DateTime.UtcNow.ToString("HH:mm:ss.fff"));
        Thread.Sleep(1000003);
        Host.Report(DateTime.UtcNow.ToString("HH:mm:ss.fff"));
    }

    /// <summary>Writes registers over and over, so that power is lost in the middle.</summary>
    public static void WriteForEver()
    {
        byte[] ones = new byte[80];
        byte[] twos = new byte[80];
        for (int i = 0; i < ones.Length; i++)
        {
            ones[i] = 1;
            twos[i] = 2;
        }

        while (true)
        {
            BackupMemory.WriteBytes(0, ones);
            BackupMemory.WriteBytes(0, twos);
        }
    }

    private static void InstallAndReturn() => Runtime.ExecutionConstraint.Install(100, 2);

    private static string Text(uint position, int count)
    {
        byte[] bytes = new byte[count];
        BackupMemory.ReadBytes(position, bytes);
        string text = "";
        foreach (byte value in bytes)
        {
            text += value.ToString() + " ";
        }

        return text;
    }

    private static string Fails(ThreadStart action)
    {
        try
        {
            action();
            return "no";
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }
}
