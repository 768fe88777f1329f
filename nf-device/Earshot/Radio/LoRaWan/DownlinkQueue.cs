using System;

namespace Earshot;

/// <summary>
/// Downlinks that wait to be taken; the oldest makes room for the newest. Each place has as much memory as its longest downlink
/// took, because few have the 242 bytes that a downlink may have.
/// </summary>
internal sealed class DownlinkQueue
{
    private readonly byte[][] _bytes;
    private readonly int[] _lengths;
    private readonly int[] _ports;
    private int _first;
    private int _count;

    public DownlinkQueue(int capacity)
    {
        _bytes = new byte[capacity][];
        _lengths = new int[capacity];
        _ports = new int[capacity];
    }

    /// <summary>Downlinks that were lost because nobody took them.</summary>
    public int Lost { get; private set; }

    public void Add(Downlink downlink)
    {
        if (_count == _bytes.Length)
        {
            _first = (_first + 1) % _bytes.Length;
            _count--;
            Lost++;
        }

        int place = (_first + _count) % _bytes.Length;
        if (_bytes[place] == null || _bytes[place].Length < downlink.Length)
        {
            _bytes[place] = new byte[downlink.Length];
        }

        Array.Copy(downlink.Bytes, 0, _bytes[place], 0, downlink.Length);
        _lengths[place] = downlink.Length;
        _ports[place] = downlink.Port;
        _count++;
    }

    public bool TryTake(Downlink downlink)
    {
        if (_count == 0)
        {
            return false;
        }

        Array.Copy(_bytes[_first], 0, downlink.Bytes, 0, _lengths[_first]);
        downlink.Length = _lengths[_first];
        downlink.Port = _ports[_first];
        _first = (_first + 1) % _bytes.Length;
        _count--;
        return true;
    }
}
