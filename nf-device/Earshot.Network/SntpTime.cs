using System;
using nanoFramework.Networking;

namespace Earshot;

/// <summary>
/// The time from an SNTP server, for boards with a network. The firmware's client sets the board's clock by itself; this judges
/// what it did, and puts the clock back when the server was wrong by years.
/// </summary>
public sealed class SntpTime
{
    private const long TicksPerMillisecond = 10000;

    private static readonly long s_unixTicks = new DateTime(1970, 1, 1).Ticks;

    private readonly NodeClock _clock;

    /// <summary>Names the server and starts the client.</summary>
    /// <param name="clock">The clock to keep.</param>
    /// <param name="server">A host name, such as pool.ntp.org.</param>
    public SntpTime(NodeClock clock, string server)
    {
        _clock = clock;
        Sntp.Server1 = server;
        Sntp.Start();
    }

    /// <summary>Asks for the time now.</summary>
    /// <returns>Whether the clock was set; not when the server does not answer or is not to be believed.</returns>
    public bool TrySynchronize()
    {
        long uptime = Environment.TickCount64;
        long before = UnixNow;
        try
        {
            Sntp.UpdateNow();
        }
        catch (Exception)
        {
            return false;
        }

        long told = UnixNow;
        long expected = before + (Environment.TickCount64 - uptime);
        if (told == expected)
        {
            return false;
        }

        _clock.Jumped(told - expected);
        if (_clock.Discipline.Accept(expected, told))
        {
            return true;
        }

        _clock.SetBack(expected + (UnixNow - told));
        return false;
    }

    private static long UnixNow => (DateTime.UtcNow.Ticks - s_unixTicks) / TicksPerMillisecond;
}
