using System;
using System.Threading;
using nanoFramework.Runtime.Native;

namespace Earshot;

/// <summary>
/// The board's clock, put right by whatever tells the time: an SNTP server where there is a network, else the LoRaWAN network.
/// The real-time clock keeps it through resets and standby.
/// </summary>
public sealed class NodeClock
{
    private const long TicksPerMillisecond = 10000;
    private const int DayMilliseconds = 86400000;
    private const int MinuteMilliseconds = 60000;
    private const int SecondMilliseconds = 1000;

    private static readonly long s_unixTicks = new DateTime(1970, 1, 1).Ticks;

    private long _started;
    private long _lastSynchronized = -1;

    /// <summary>Starts counting.</summary>
    public NodeClock()
    {
        _started = UnixNow;
    }

    /// <summary>How the time sources are judged.</summary>
    public ClockDiscipline Discipline { get; } = new ClockDiscipline();

    /// <summary>Whether the time is known.</summary>
    public bool IsSet => UnixNow >= ClockDiscipline.Earliest;

    /// <summary>Milliseconds: since 2024-01-01 00:00 UTC when the clock is set, else since the node's start.</summary>
    public long Now => IsSet ? UnixNow - ClockDiscipline.Earliest : Uptime;

    /// <summary>When the node started, in milliseconds since 2024-01-01 00:00 UTC; makes sense when the clock is set.</summary>
    public long Started => _started - ClockDiscipline.Earliest;

    /// <summary>Milliseconds since the node's start, which no correction makes jump.</summary>
    public long Uptime
    {
        get
        {
            lock (this)
            {
                return UnixNow - _started;
            }
        }
    }

    /// <summary>Whether it is time to ask for the time: always before the first answer, then once a day.</summary>
    public bool IsDue => _lastSynchronized < 0 || Uptime - _lastSynchronized > DayMilliseconds;

    private static long UnixNow => (DateTime.UtcNow.Ticks - s_unixTicks) / TicksPerMillisecond;

    /// <summary>Takes the time from a source, if it is plausible.</summary>
    /// <param name="unixMilliseconds">Milliseconds since 1970-01-01 00:00 UTC, now.</param>
    /// <remarks>Takes up to a second.</remarks>
    /// <returns>Whether the clock was set by it.</returns>
    public bool Synchronize(long unixMilliseconds)
    {
        if (!Discipline.Accept(UnixNow, unixMilliseconds))
        {
            return false;
        }

        if (!Set(unixMilliseconds))
        {
            return false;
        }

        _lastSynchronized = Uptime;
        return true;
    }

    /// <summary>Judges what an SNTP client has set the board's clock to, and puts the clock back when that is not to be believed.</summary>
    /// <param name="jump">Milliseconds by which the clock has jumped; negative for back.</param>
    /// <param name="source">Who told the time.</param>
    /// <param name="hasWitness">Whether another server can be asked.</param>
    /// <remarks>Takes up to a second when the clock is put back; whole seconds are put right at once.</remarks>
    /// <returns>Whether the clock stays as it was set.</returns>
    public bool Judge(long jump, TimeSource source, bool hasWitness)
    {
        lock (this)
        {
            _started += jump;
        }

        long told = UnixNow;
        if (Discipline.Accept(told - jump, told, source, hasWitness))
        {
            _lastSynchronized = Uptime;
            return true;
        }

        PutBack(jump);
        return false;
    }

    private void PutBack(long jump)
    {
        long lost;
        lock (this)
        {
            long before = UnixNow;
            long right = before - jump;
            Rtc.SetSystemTime(new DateTime(s_unixTicks + (right * TicksPerMillisecond)));
            long now = UnixNow;
            _started += now - before;
            lost = right - now;
        }

        Set(UnixNow + lost);
    }

    // The real-time clock is set to whole seconds.
    private bool Set(long unixMilliseconds)
    {
        int untilSecond = SecondMilliseconds - (int)(unixMilliseconds % SecondMilliseconds);
        Thread.Sleep(untilSecond);
        DateTime time = new DateTime(s_unixTicks + ((unixMilliseconds + untilSecond) * TicksPerMillisecond));
        // Nobody may see the one without the other.
        lock (this)
        {
            long before = UnixNow;
            bool isSet = Rtc.SetSystemTime(time);
            _started += UnixNow - before;
            return isSet;
        }
    }

    /// <summary>The board's clock in ticks, so many milliseconds from now.</summary>
    public static DateTime After(int milliseconds) => new DateTime(DateTime.UtcNow.Ticks + (milliseconds * TicksPerMillisecond));

    /// <summary>Turns milliseconds of <see cref="Now"/> into the minutes of a payload.</summary>
    public static int ToMinutes(long milliseconds) => (int)(milliseconds / MinuteMilliseconds);
}
