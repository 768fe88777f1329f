using Earshot.Emulator.Boards;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Power;

/// <summary>The chip's power states: what they draw, and how STOP begins and ends.</summary>
public sealed class PowerController
{
    private readonly EmulatedBoard _board;
    private readonly Scheduler _scheduler;
    private readonly ProcessorEnergy _energy;
    private readonly SortedSet<PowerState> _unknown = [];

    internal PowerController(EmulatedBoard board)
    {
        _board = board;
        _scheduler = board.Scheduler;
        _energy = board.Energy.Add(new ProcessorEnergy(_scheduler, "mcu", CurrentOf(PowerState.Sleep)));
    }

    /// <summary>The state; <see cref="PowerState.Run"/> also while the core sleeps between two events.</summary>
    public PowerState State { get; private set; } = PowerState.Off;

    /// <summary>Raised when another state begins.</summary>
    public event Action<PowerState>? Entered;

    /// <summary>States that the board has been in and whose current its description does not give, so that energy is not known.</summary>
    public IReadOnlyCollection<PowerState> UnknownCurrents =>
        [.. _unknown.Where(state => _energy.Uses.Any(use => use.State == ProcessorEnergy.NameOf(state) && use.Time > TimeSpan.Zero))];

    /// <summary>Time in STOP mode since the program started, in nanoseconds.</summary>
    internal long StoppedSinceStart { get; set; }

    /// <summary>Time that the core was busy, in nanoseconds.</summary>
    internal long BusyTime => _energy.NanosecondsIn(PowerState.Run);

    /// <summary>
    /// An interrupt of a pin or of the real-time clock: ends STOP mode. Without effect in any other state.
    /// </summary>
    /// <param name="reason">What it was, for the trace.</param>
    public void WakeFromStop(string reason)
    {
        if (State == PowerState.Stop)
        {
            _board.Trace.Write("power", $"woken by {reason}");
            _scheduler.WakeProcessor();
        }
    }

    /// <summary>Enters STOP mode. Called by a native method.</summary>
    /// <param name="nanoseconds">How long at most.</param>
    /// <returns>How long it took, in nanoseconds, until the clocks ran again.</returns>
    internal long Stop(long nanoseconds)
    {
        var began = _scheduler.Now;
        _board.Trace.Write("power", $"stop for {nanoseconds / VirtualTime.Millisecond} ms");
        Enter(PowerState.Stop);
        _scheduler.FreezeBoot();
        foreach (var part in _board.PartsOf<IClocked>())
        {
            part.StopClocks();
        }

        _scheduler.StandStill(began + nanoseconds);
        Enter(PowerState.Run);
        _scheduler.Spend(TimeOf(_board.Description, "stop_wakeup"));
        var stopped = _scheduler.Now - began;
        StoppedSinceStart += stopped;
        _board.Trace.Write("power", $"runs after {stopped / VirtualTime.Millisecond} ms of stop");
        _scheduler.ThawBoot(stopped);
        foreach (var part in _board.PartsOf<IClocked>())
        {
            part.StartClocks(stopped);
        }

        return stopped;
    }

    internal void Enter(PowerState state)
    {
        State = state;
        _energy.Draw(ProcessorEnergy.NameOf(state), CurrentOf(state));
        Entered?.Invoke(state);
    }

    internal static long TimeOf(BoardDescription board, string name) =>
        board.Times.TryGetValue(name, out var time) ? (long)Math.Round(time.Second * VirtualTime.Second) : 0;

    private double CurrentOf(PowerState state)
    {
        if (state == PowerState.Off)
        {
            return 0;
        }

        if (_board.Description.Currents.TryGetValue(ProcessorEnergy.NameOf(state), out var current))
        {
            return current.Ampere;
        }

        _unknown.Add(state);
        return 0;
    }
}
