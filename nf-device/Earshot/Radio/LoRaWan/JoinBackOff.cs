using System;

namespace Earshot;

/// <summary>
/// When to ask to join again. LoRaWAN 1.0.3 §7 ("Retransmissions back-off") limits what a device that cannot reach its network may
/// transmit: 36 s in the first hour, 36 s in the ten hours after, 8.7 s a day from then on; and it demands random intervals. A join
/// request takes at most 1.5 s (23 bytes, SF12). The interval doubles from 15 s to one hour, stays there for nine attempts, and then
/// is four and a half hours; each is lengthened by up to one half at random.
/// </summary>
internal sealed class JoinBackOff
{
    private const int First = 15000;
    private const int Hour = 3600000;
    private const int Doublings = 8;
    private const int HourlyAttempts = 9;

    private readonly Random _random;
    private int _failures;

    public JoinBackOff(int seed)
    {
        _random = new Random(seed);
    }

    /// <summary>Notes that an attempt has failed.</summary>
    /// <returns>Milliseconds until the next one.</returns>
    public int Fail()
    {
        int interval = _failures < Doublings ? First << _failures : _failures < Doublings + HourlyAttempts ? Hour : Hour / 2 * 9;
        if (_failures < Doublings + HourlyAttempts)
        {
            _failures++;
        }

        return interval + _random.Next((interval / 2) + 1);
    }

    /// <summary>Begins anew: the network has answered.</summary>
    public void Succeed()
    {
        _failures = 0;
    }
}
