using System;

namespace Earshot;

/// <summary>Downlinks that wait to be taken. All memory is there from the start; the oldest makes room for the newest.</summary>
internal sealed class DownlinkQueue
{
    private readonly Downlink[] _items;
    private int _first;
    private int _count;

    public DownlinkQueue(int capacity)
    {
        _items = new Downlink[capacity];
        for (int index = 0; index < capacity; index++)
        {
            _items[index] = new Downlink();
        }
    }

    /// <summary>Downlinks that were lost because nobody took them.</summary>
    public int Lost { get; private set; }

    public void Add(Downlink downlink)
    {
        if (_count == _items.Length)
        {
            _first = (_first + 1) % _items.Length;
            _count--;
            Lost++;
        }

        Copy(downlink, _items[(_first + _count) % _items.Length]);
        _count++;
    }

    public bool TryTake(Downlink downlink)
    {
        if (_count == 0)
        {
            return false;
        }

        Copy(_items[_first], downlink);
        _first = (_first + 1) % _items.Length;
        _count--;
        return true;
    }

    private static void Copy(Downlink from, Downlink to)
    {
        Array.Copy(from.Bytes, 0, to.Bytes, 0, from.Length);
        to.Port = from.Port;
        to.Length = from.Length;
    }
}
