using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Peripherals;

/// <summary>
/// The firmware's SNTP client, lwIP's with nanoFramework's settings: it asks 2 s after its start and then every hour; a server that does
/// not answer within 15 s is followed by the next one at once, and when none has answered, it waits for 15 minutes. An answer sets the
/// clock to its whole seconds. A server that is not registered here is not reachable.
/// </summary>
public sealed class SntpClient : IResettable
{
    private const long StartupDelay = 2 * VirtualTime.Second;
    private const long AnswerTimeout = 15 * VirtualTime.Second;
    private const long UpdateDelay = 3600 * VirtualTime.Second;
    private const long RetryDelay = 900 * VirtualTime.Second;

    private static readonly string[] DefaultServers = ["0.pool.ntp.org", "1.pool.ntp.org"];

    private readonly EmulatedBoard _board;
    private readonly DateTime _timeAtStart;
    private readonly Dictionary<string, TimeServer> _servers = [];
    private readonly string[] _names = [.. DefaultServers];
    private ScheduledEvent? _next;

    // What the client does wakes no thread, or an app that is blocked for ever would seem to wait for the next hour.
    internal SntpClient(EmulatedBoard board, DateTime timeAtStart)
    {
        _board = board;
        _timeAtStart = DateTime.SpecifyKind(timeAtStart, DateTimeKind.Utc);
    }

    /// <summary>The true time, whatever the board's clock shows.</summary>
    public DateTime TrueTime => _timeAtStart + VirtualTime.ToTimeSpan(_board.Scheduler.Now);

    /// <summary>Whether the client runs.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Puts a server into the world.</summary>
    /// <param name="name">Its name, such as <c>0.pool.ntp.org</c>, which is the first that the firmware asks.</param>
    /// <param name="server">The server.</param>
    public void Connect(string name, TimeServer server) => _servers[name] = server;

    /// <summary>The client stops, and asks the default servers again.</summary>
    public void Reset(ResetCause cause)
    {
        IsStarted = false;
        DefaultServers.CopyTo(_names, 0);
    }

    internal string NameOf(int index) => _names[index];

    internal void SetName(int index, string name) => _names[index] = name;

    internal void Start()
    {
        if (!IsStarted)
        {
            IsStarted = true;
            _next = _board.Scheduler.ScheduleRoutineInBoot(StartupDelay, () => Ask(0));
        }
    }

    internal void Stop()
    {
        IsStarted = false;
        _next?.Cancel();
    }

    private void Ask(int index)
    {
        var server = _servers.GetValueOrDefault(_names[index]);
        if (server is not null)
        {
            server.Questions++;
        }

        if (server is { IsReachable: true } && VirtualTime.From(server.Delay) < AnswerTimeout)
        {
            // The time is the server's when it answers, half way.
            var answer = TrueTime + (server.Delay / 2) + server.Offset;
            _next = _board.Scheduler.ScheduleRoutineInBoot(VirtualTime.From(server.Delay), () => Hear(answer));
        }
        else
        {
            _next = _board.Scheduler.ScheduleRoutineInBoot(AnswerTimeout, () => GoOn(index));
        }
    }

    private void Hear(DateTime answer)
    {
        var seconds = answer.AddTicks(-(answer.Ticks % TimeSpan.TicksPerSecond));
        _board.Trace.Write("sntp", FormattableString.Invariant($"clock set to {seconds:u}"));
        _board.Clock.Set(seconds);
        _next = _board.Scheduler.ScheduleRoutineInBoot(UpdateDelay, () => Ask(0));
    }

    private void GoOn(int index)
    {
        _board.Trace.Write("sntp", $"{_names[index]} does not answer");
        if (index + 1 < _names.Length)
        {
            Ask(index + 1);
        }
        else
        {
            _next = _board.Scheduler.ScheduleRoutineInBoot(RetryDelay, () => Ask(0));
        }
    }
}
