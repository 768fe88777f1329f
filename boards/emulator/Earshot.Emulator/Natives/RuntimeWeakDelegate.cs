using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Runtime.Events.WeakDelegate; the targets stay alive here.</summary>
[NativeHalfOf("nanoFramework.Runtime.Events.WeakDelegate")]
public static class RuntimeWeakDelegate
{
    /// <summary>Joins delegates.</summary>
    public static Delegate? Combine(Delegate a, Delegate b) => Delegate.Combine(a, b);

    /// <summary>Takes a delegate out.</summary>
    public static Delegate? Remove(Delegate a, Delegate b) => Delegate.Remove(a, b);
}
