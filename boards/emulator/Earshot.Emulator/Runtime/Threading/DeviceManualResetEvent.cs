namespace Earshot.Emulator.Runtime.Threading;

/// <summary>System.Threading.ManualResetEvent of the class library.</summary>
[Replaces("System.Threading.ManualResetEvent")]
public sealed class DeviceManualResetEvent : DeviceWaitHandle
{
    /// <summary>Creates the event.</summary>
    public DeviceManualResetEvent(bool initialState)
    {
        if (initialState)
        {
            Signal(EmulatedBoard.Current.Scheduler);
        }
    }

    private protected override bool ResetsItself => false;

    /// <summary>Makes it not signalled.</summary>
    public bool Reset()
    {
        Clear();
        return true;
    }

    /// <summary>Makes it signalled.</summary>
    public bool Set()
    {
        Signal(EmulatedBoard.Current.Scheduler);
        return true;
    }
}
