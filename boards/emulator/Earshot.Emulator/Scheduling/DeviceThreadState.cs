namespace Earshot.Emulator.Scheduling;

internal enum DeviceThreadState
{
    Unstarted,
    Ready,
    Running,
    Waiting,
    Ended,
}
