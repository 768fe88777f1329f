using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Power;

/// <summary>
/// Where a board's current comes from: a regulator that never fails, or a battery that empties. Below the brown-out threshold the board
/// goes off; a battery recovers when the load is gone, so that the board may try again.
/// </summary>
public sealed class Supply : IDisposable
{
    private const int RegulatedMillivolts = 3300;
    private const long CheckPeriod = 60 * VirtualTime.Second;

    private readonly EmulatedBoard _board;
    private readonly Battery? _battery;
    private readonly int _brownOutMillivolts;
    private readonly TimeSpan _retry;

    internal Supply(EmulatedBoard board, EmulatedBoardSettings settings)
    {
        _board = board;
        _battery = settings.Battery;
        _brownOutMillivolts = settings.BrownOutMillivolts;
        _retry = settings.BrownOutRetry;
        if (_battery is not null)
        {
            _battery.Check();
            board.Energy.Changed += Look;
            LookEveryMinute();
        }
    }

    /// <summary>The battery; null for a regulator.</summary>
    public Battery? Battery => _battery;

    /// <summary>The share of the battery's charge that is left, 0 to 1; 1 for a regulator.</summary>
    public double ChargeShare
    {
        get
        {
            if (_battery is null)
            {
                return 1;
            }

            var drawn = _board.Energy.Components.Sum(component => component.Coulombs);
            var lost = _battery.SelfDischargeAmperes * ((double)_board.Scheduler.Now / VirtualTime.Second);
            return Math.Clamp(_battery.InitialShare - ((drawn + lost) / _battery.Coulombs), 0, 1);
        }
    }

    /// <summary>The voltage under the present load, in millivolts.</summary>
    public int Millivolts => _battery is null
        ? RegulatedMillivolts
        : (int)Math.Round(_battery.VoltsAt(ChargeShare, _board.Energy.Amperes) * 1000);

    /// <summary>Looks no more.</summary>
    public void Dispose() => _board.Energy.Changed -= Look;

    private void LookEveryMinute() => _board.Scheduler.ScheduleRoutine(
        CheckPeriod,
        () =>
        {
            Look(null);
            LookEveryMinute();
        });

    private void Look(EnergyComponent? component)
    {
        if (_board.Power.State == PowerState.Off)
        {
            return;
        }

        var millivolts = Millivolts;
        if (millivolts < _brownOutMillivolts)
        {
            var by = component is null ? "" : $" as {component.Name} enters {component.State}";
            _board.Trace.Write("power", $"supply falls to {millivolts} mV{by}");
            _board.BrownOut(_retry);
        }
    }
}
