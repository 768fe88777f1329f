namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.WeakReference of the class library: lets go of its target at the collection that no longer reaches it.</summary>
[Replaces("System.WeakReference")]
public class DeviceWeakReference(object target)
{
    /// <summary>Whether the target is still there.</summary>
    public virtual bool IsAlive => Target is not null;

    /// <summary>The target; null once it is gone.</summary>
    public virtual object? Target { get; set; } = target;

    internal void LetGoUnless(Predicate<object> isReached)
    {
        if (Target is { } held && !isReached(held))
        {
            Target = null;
        }
    }
}
