using System;
using System.Threading;
using Earshot.Interop;
using nanoFramework.Hardware.Stm32;

namespace Earshot.Node;

/// <summary>Watchdog, STOP mode, standby and restart.</summary>
public sealed class NodeSleep
{
    private const int WatchdogTimeout = 26000;
    private const int LongestStop = 10000;
    private const int ShortestStop = 50;
    private const int Nap = 100;
    private const int TimeToDeliver = 30000;
    private const int LongestStandby = 86400000;
    private const int TicksPerMillisecond = 10000;

    private readonly NodeMemory _memory;
    private readonly NodeClock _clock;
    private readonly NodeUplink _uplink;

    /// <summary>Prepares for sleep.</summary>
    public NodeSleep(NodeMemory memory, NodeClock clock, NodeUplink uplink)
    {
        _memory = memory;
        _clock = clock;
        _uplink = uplink;
    }

    /// <summary>
    /// Goes on with a standby that was begun before the restart. The watchdog cannot be stopped and would end a standby, so a node
    /// that wants to sleep starts anew and comes here before it starts the watchdog.
    /// </summary>
    public static void Resume(NodeMemory memory, NodeClock clock)
    {
        if (memory.SleepUntil == 0)
        {
            return;
        }

        long left = (memory.SleepUntil - DateTime.UtcNow.Ticks) / TicksPerMillisecond;
        if (clock.IsSet && left > 1000 && left <= LongestStandby)
        {
            try
            {
                RTC.SetAlarm(new DateTime(memory.SleepUntil));
                Power.EnterStandbyMode();
            }
            catch (Exception exception)
            {
                Console.WriteLine("Earshot.Node: standby: " + exception.Message);
            }
        }

        memory.SleepUntil = 0;
        memory.Save();
    }

    /// <summary>Starts the watchdog.</summary>
    public static void StartWatchdog()
    {
        NativeWatchdog.Start(WatchdogTimeout);
    }

    /// <summary>Tells the watchdog that all is well, if it is.</summary>
    public void Feed()
    {
        if (_uplink.IsAlive)
        {
            NativeWatchdog.Feed();
        }
    }

    /// <summary>Waits while the watchdog is fed, with the clocks on.</summary>
    public void Wait(int milliseconds)
    {
        long until = _clock.Uptime + milliseconds;
        while (_clock.Uptime < until)
        {
            Feed();
            Thread.Sleep(Nap);
        }
    }

    /// <summary>Stops the clocks for a time, as far as the radio lets it: what waits goes out as soon as it may.</summary>
    public void Stop(int milliseconds)
    {
        long until = _clock.Uptime + milliseconds;
        long left = milliseconds;
        while (left > 0)
        {
            Feed();
            int piece = left > LongestStop ? LongestStop : (int)left;
            int idle = _uplink.IdleTime;
            piece = idle < piece ? idle : piece;
            int stopped = piece < ShortestStop ? 0 : NativePower.Stop(piece);
            if (stopped > 0)
            {
                _uplink.Stopped(stopped);
            }
            else
            {
                Thread.Sleep(left < Nap ? (int)left : Nap);
            }

            left = until - _clock.Uptime;
        }
    }

    /// <summary>Switches off until some time from now; the node starts anew then. Stops the clocks only, if it cannot.</summary>
    public void Standby(int milliseconds)
    {
        long begun = _clock.Uptime;
        LetDeliver();
        long left = milliseconds - (_clock.Uptime - begun);
        if (left < 1000)
        {
            return;
        }

        _memory.SleepUntil = NodeClock.After((int)left).Ticks;
        if (_memory.Save())
        {
            Restart();
        }

        _memory.SleepUntil = 0;
        Stop((int)left);
    }

    /// <summary>Starts the chip anew, after what waits has been given some time to go.</summary>
    public void RestartWhenDelivered()
    {
        LetDeliver();
        Restart();
    }

    private void LetDeliver()
    {
        long until = _clock.Uptime + TimeToDeliver;
        while (!_uplink.IsIdle && _clock.Uptime < until)
        {
            Wait(Nap);
        }
    }

    private static void Restart()
    {
        nanoFramework.Runtime.Native.Power.RebootDevice();
    }
}
