using System;

namespace nanoFramework.Runtime.Events;

/// <summary>An event of a category that has no <see cref="IEventProcessor"/>.</summary>
public class GenericEvent : BaseEvent
{
    public byte Category;
    public uint Data;
    public DateTime Time;
}
