using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Power;

/// <summary>The chip's consumption: while its clocks run, the time that the core had nothing to do counts as sleep.</summary>
internal sealed class ProcessorEnergy : EnergyComponent
{
    private readonly Scheduler _scheduler;
    private readonly EnergyUse _run;
    private readonly EnergyUse _sleep;
    private readonly long _sleepPicoamperes;
    private long _idle;

    public ProcessorEnergy(Scheduler scheduler, string name, double sleepAmperes)
        : base(scheduler, name)
    {
        _scheduler = scheduler;
        _run = UseOf(NameOf(PowerState.Run));
        _sleep = UseOf(NameOf(PowerState.Sleep));
        _sleepPicoamperes = Picoamperes(sleepAmperes);
    }

    public static string NameOf(PowerState state) => state.ToString().ToLowerInvariant();

    public long NanosecondsIn(PowerState state) => Uses.Where(use => use.State == NameOf(state)).Sum(use => use.Nanoseconds);

    private protected override void Account(EnergyUse use, long nanoseconds, long picoamperes)
    {
        var idle = _scheduler.IdleTime - _idle;
        _idle += idle;
        if (use == _run)
        {
            _sleep.Add(idle, _sleepPicoamperes);
            nanoseconds -= idle;
        }

        use.Add(nanoseconds, picoamperes);
    }
}
