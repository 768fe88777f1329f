using nanoFramework.Runtime.Events;

namespace nanoFramework.System.IO;

internal class StorageEvent : BaseEvent
{
    public const byte Inserted = 1;
    public const byte Removed = 2;
    public const byte CardDetectChanged = 3;

    public byte EventType;

    /// <summary>The volume, or the slot of a card.</summary>
    public uint Index;
    public bool PinLevel;
}
