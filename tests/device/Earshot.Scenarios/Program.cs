namespace Earshot.Scenarios;

public static class Program
{
    public static void Main()
    {
        string scenario = Host.Scenario();
        if (scenario.StartsWith("detect "))
        {
            Detection.Run(scenario.Substring("detect ".Length));
            return;
        }

        if (scenario.StartsWith("radio "))
        {
            RadioScript.Run(scenario.Substring("radio ".Length));
            return;
        }

        switch (scenario)
        {
            case "hello": Language.Hello(); break;
            case "language": Language.Run(); break;
            case "hash": Language.HashCodes(); break;
            case "statics": Language.Statics(); break;
            case "sleep": Threads.SleepForASecond(); break;
            case "round-robin": Threads.RoundRobin(); break;
            case "priorities": Threads.Priorities(); break;
            case "lock": Threads.Lock(); break;
            case "events": Threads.Events(); break;
            case "wait-all": Threads.WaitForAll(); break;
            case "timer": Threads.TickFiveTimes(); break;
            case "join": Threads.Join(); break;
            case "abort": Threads.Abort(); break;
            case "suspend": Threads.SuspendAndResume(); break;
            case "synchronized": Threads.Synchronized(); break;
            case "throw": Failures.Throw(); break;
            case "throw-in-thread": Failures.ThrowInThread(); break;
            case "deadlock": Failures.Deadlock(); break;
            case "for-ever": Failures.RunForEver(); break;
            case "swallow": Failures.SwallowEverything(); break;
            case "recurse": Failures.Recurse(); break;
            case "serial-echo": Serial.Echo(); break;
            case "serial-timeout": Serial.Timeouts(); break;
            case "serial-event": Serial.Event(); break;
            case "standby": Standby.SleepByAlarm(); break;
            case "standby-watchdog": Standby.SleepWithWatchdog(); break;
            case "stm32": Standby.Members(); break;
            case "reboot": Standby.Reboot(); break;
            case "constraint": Standby.Constrain(); break;
            case "drift": Standby.Clock(); break;
            case "write-backup": Standby.WriteForEver(); break;
            case "boots": Boots.Tick(); break;
            case "compute": Boots.Compute(); break;
            case "stop": Boots.Stop(); break;
            case "watchdog": Boots.Watchdog(); break;
            case "clock": Language.Clock(); break;
            case "level": Detection.Levels(); break;
            case "smoother": Detection.Smooth(); break;
            case "allocate": Memory.AllocateWithoutEnd(); break;
            case "out-of-memory": Memory.CatchTheEnd(); break;
            case "too-large": Memory.TooLarge(); break;
            case "garbage": Memory.Garbage(); break;
            case "weak": Memory.WeakReferences(); break;
            case "finalizers": Memory.Finalizers(); break;
            case "roots": Memory.Roots(); break;
            case "handlers": Memory.Handlers(); break;
            default: throw new System.ArgumentException(scenario);
        }
    }
}
