namespace nanoFramework.Runtime.Events;

/// <summary>What an event of the firmware becomes for managed code.</summary>
public class BaseEvent
{
    public ushort Source;
    public byte Message;
}
