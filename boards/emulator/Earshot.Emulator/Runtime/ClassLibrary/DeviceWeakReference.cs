namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.WeakReference of the class library; the target stays alive, as on a board with memory to spare.</summary>
[Replaces("System.WeakReference")]
public class DeviceWeakReference(object target)
{
    /// <summary>Whether the target is still there.</summary>
    public virtual bool IsAlive => Target is not null;

    /// <summary>The target.</summary>
    public virtual object Target { get; set; } = target;
}
