namespace Earshot.Emulator.Runtime.Threading;

/// <summary>System.Threading.AutoResetEvent of the class library.</summary>
[Replaces("System.Threading.AutoResetEvent")]
public sealed class DeviceAutoResetEvent : DeviceWaitHandle
{
    /// <summary>Creates the event.</summary>
    public DeviceAutoResetEvent(bool initialState)
    {
        if (initialState)
        {
            Signal(EmulatedBoard.Current.Scheduler);
        }
    }

    private protected override bool ResetsItself => true;

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
