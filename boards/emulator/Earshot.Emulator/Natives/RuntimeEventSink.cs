using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Runtime.Events.EventSink.</summary>
[NativeHalfOf("nanoFramework.Runtime.Events.EventSink")]
public static class RuntimeEventSink
{
    /// <summary>Without effect, as in the firmware.</summary>
    public static void EventConfig(object self)
    {
    }
}
