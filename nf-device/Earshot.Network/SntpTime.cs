using System;
using System.Threading;
using nanoFramework.Networking;

namespace Earshot;

/// <summary>
/// The time from SNTP servers, for boards with a network. The firmware's client sets the board's clock by itself, whatever it is told;
/// it runs only while <see cref="TrySynchronize"/> waits for it, which judges what it did and puts the clock back when the server is
/// not to be believed.
/// </summary>
/// <remarks>
/// A time that is more than an hour off has to be told by both servers. With one server it is never believed, unless the board's
/// clock was not set at all, or the LoRaWAN network has told it, too.
/// </remarks>
public sealed class SntpTime
{
    /// <summary>Milliseconds that the client may take for one server: 2 s before it asks, 15 s for the answer.</summary>
    public const int AnswerTimeout = 20000;

    private const int Poll = 20;

    private readonly NodeClock _clock;
    private readonly string _server;
    private readonly string _secondServer;

    /// <summary>Uses one server.</summary>
    /// <param name="clock">The clock to keep.</param>
    /// <param name="server">A host name, such as 0.pool.ntp.org.</param>
    public SntpTime(NodeClock clock, string server)
        : this(clock, server, null)
    {
    }

    /// <summary>Uses two servers.</summary>
    /// <param name="clock">The clock to keep.</param>
    /// <param name="server">A host name, such as 0.pool.ntp.org.</param>
    /// <param name="secondServer">Another, which is asked when the first does not answer or is not to be believed alone.</param>
    /// <exception cref="ArgumentException">Both are the same.</exception>
    public SntpTime(NodeClock clock, string server, string secondServer)
    {
        if (server == secondServer)
        {
            throw new ArgumentException("Two servers are needed to tell a wrong one.");
        }

        _clock = clock;
        _server = server;
        _secondServer = secondServer;
    }

    /// <summary>Asks for the time now.</summary>
    /// <remarks>
    /// Takes some seconds, and up to <see cref="AnswerTimeout"/> a server. Between an answer and its judgement, at most 20 ms, other
    /// threads see whatever the server told. An answer that moves the clock by less than about 4 ms is not noticed.
    /// </remarks>
    /// <returns>Whether the clock was set; not when no server answers or none is to be believed.</returns>
    public bool TrySynchronize()
    {
        bool hasSecond = _secondServer != null;
        return Ask(_server, TimeSource.Sntp, hasSecond) || (hasSecond && Ask(_secondServer, TimeSource.SecondSntp, true));
    }

    private bool Ask(string server, TimeSource source, bool hasWitness)
    {
        Sntp.Stop();
        // Both, so that it is known who answers.
        Sntp.Server1 = server;
        Sntp.Server2 = server;
        long begin = Environment.TickCount64;
        ClockReading reading = new ClockReading();
        Sntp.UpdateNow();
        long jump = reading.JumpSince();
        while (jump == 0 && Environment.TickCount64 - begin < AnswerTimeout)
        {
            Thread.Sleep(Poll);
            jump = reading.JumpSince();
        }

        Sntp.Stop();
        if (jump == 0)
        {
            jump = reading.JumpSince();
        }

        return jump != 0 && _clock.Judge(jump, source, hasWitness);
    }
}
