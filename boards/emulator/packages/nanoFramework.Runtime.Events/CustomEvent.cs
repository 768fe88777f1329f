using System;

namespace nanoFramework.Runtime.Events;

/// <summary>Events of category <see cref="EventCategory.Custom"/>, for native modules of one's own.</summary>
public static class CustomEvent
{
    static CustomEvent()
    {
        var listener = new Listener();
        EventSink.AddEventProcessor(EventCategory.Custom, listener);
        EventSink.AddEventListener(EventCategory.Custom, listener);
    }

    public static event CustomEventPostedEventHandler CustomEventPosted;

    internal class CustomEventInternal : BaseEvent
    {
        public ushort Data1;
        public uint Data2;
        public DateTime Time;
    }

    private class Listener : IEventListener, IEventProcessor
    {
        public void InitializeForEventSource()
        {
        }

        public BaseEvent ProcessEvent(uint data1, uint data2, DateTime time) =>
            new CustomEventInternal { Data1 = (ushort)(data1 >> 16), Data2 = data2, Time = time };

        public bool OnEvent(BaseEvent ev)
        {
            var custom = (CustomEventInternal)ev;
            CustomEventPosted?.Invoke(null, new CustomEventArgs(custom.Data1, custom.Data2));
            return true;
        }
    }
}
