namespace Earshot.Emulator.Runtime.Threading;

/// <summary>System.Threading.Monitor of the class library.</summary>
[Replaces("System.Threading.Monitor")]
public static class DeviceMonitor
{
    /// <summary>Takes the lock of an object, waiting for it in turn.</summary>
    public static void Enter(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        var board = EmulatedBoard.Current;
        board.MonitorOf(obj).Enter(board.Scheduler);
    }

    /// <summary>Gives it back.</summary>
    public static void Exit(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        var board = EmulatedBoard.Current;
        board.MonitorOf(obj).Exit(board.Scheduler);
    }
}
