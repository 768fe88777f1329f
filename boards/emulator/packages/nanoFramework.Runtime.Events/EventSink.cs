using System;
using System.Collections;
using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Events;

/// <summary>
/// Hands every event of the firmware to the listener of its category. In data1 an event carries its own 16 bits of data
/// (bits 16 to 31), its <see cref="EventCategory"/> (8 to 15) and its subcategory (0 to 7).
/// </summary>
public class EventSink : NativeEventDispatcher
{
    private static readonly EventSink Instance = Start();

    // Not initialised here: static constructors run in the order of the metadata, and that of CustomEvent comes first.
    private static ArrayList _routes;

    private EventSink()
        : base("EventSink", 0)
    {
    }

    /// <summary>Sets the listener of a category, one at a time.</summary>
    public static void AddEventListener(EventCategory eventCategory, IEventListener eventListener)
    {
        RouteOf(eventCategory).Listener = eventListener;
        eventListener.InitializeForEventSource();
    }

    /// <summary>Sets the filter of a category; an event reaches the listener only where the filter returns true.</summary>
    public static void AddEventFilter(EventCategory eventCategory, IEventListener eventFilter)
    {
        RouteOf(eventCategory).Filter = eventFilter;
        eventFilter.InitializeForEventSource();
    }

    /// <summary>Sets what turns the numbers of a category's events into an object.</summary>
    public static void AddEventProcessor(EventCategory eventCategory, IEventProcessor eventProcessor) =>
        RouteOf(eventCategory).Processor = eventProcessor;

    public static void RemoveEventListener(EventCategory eventCategory, IEventListener eventListener)
    {
        EventRoute route = RouteOf(eventCategory);
        if (route.Listener == eventListener)
        {
            route.Listener = null;
        }
    }

    public static void RemoveEventFilter(EventCategory eventCategory, IEventListener eventFilter)
    {
        EventRoute route = RouteOf(eventCategory);
        if (route.Filter == eventFilter)
        {
            route.Filter = null;
        }
    }

    public static void RemoveEventProcessor(EventCategory eventCategory, IEventProcessor eventProcessor)
    {
        EventRoute route = RouteOf(eventCategory);
        if (route.Processor == eventProcessor)
        {
            route.Processor = null;
        }
    }

    /// <summary>Delivers an event as if the firmware had posted it, on the calling thread.</summary>
    public static void PostManagedEvent(byte category, byte subCategory, ushort data1, uint data2) =>
        Instance.Deliver(((uint)data1 << 16) | ((uint)category << 8) | subCategory, data2, DateTime.UtcNow);

    private static EventSink Start()
    {
        var sink = new EventSink();
        sink.OnInterrupt += sink.Deliver;
        return sink;
    }

    private static EventRoute RouteOf(EventCategory category)
    {
        _routes ??= new ArrayList();
        lock (_routes)
        {
            foreach (EventRoute route in _routes)
            {
                if (route.Category == category)
                {
                    return route;
                }
            }

            var added = new EventRoute { Category = category };
            _routes.Add(added);
            return added;
        }
    }

    private void Deliver(uint data1, uint data2, DateTime time)
    {
        var category = (byte)(data1 >> 8);
        EventRoute route = RouteOf((EventCategory)category);
        BaseEvent ev = route.Processor != null
            ? route.Processor.ProcessEvent(data1, data2, time)
            : new GenericEvent { Message = (byte)data1, Category = category, Data = data1 >> 16, Time = time };
        if (route.Listener != null && (route.Filter == null || route.Filter.OnEvent(ev)))
        {
            route.Listener.OnEvent(ev);
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void EventConfig();

    private class EventRoute
    {
        public EventCategory Category;
        public IEventListener Listener;
        public IEventListener Filter;
        public IEventProcessor Processor;
    }
}
