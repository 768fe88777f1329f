using Earshot.Emulator;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Storage;

namespace Earshot.FieldTrials.Delivery;

/// <summary>
/// Plans brown-outs of one board and tells which have struck. A supply that bounces fails while it is away already, or before the
/// app has started: then it is away for longer, and there is one start for both.
/// </summary>
public sealed class SupplyFailures
{
    private readonly EmulatedBoard _board;
    private bool _appHasStarted = true;

    /// <summary>Watches a board that is switched on.</summary>
    public SupplyFailures(EmulatedBoard board)
    {
        _board = board;
        board.Started += _ => _appHasStarted = true;
        board.Power.Entered += state =>
        {
            // A failure while it is off already enters nothing; Strike tells of that.
            if (state == PowerState.Off)
            {
                HasStruck = true;
                _appHasStarted = false;
            }
        };
    }

    /// <summary>Whether the brown-out that was planned last has struck.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>Brown-outs that struck while the supply was away already, or before the app had started after the one before.</summary>
    public int BeforeStart { get; private set; }

    /// <summary>Plans one at an instant.</summary>
    /// <param name="pause">Time until then.</param>
    /// <param name="off">How long the supply is away.</param>
    public void StrikeAfter(TimeSpan pause, TimeSpan off)
    {
        HasStruck = false;
        _board.Scheduler.ScheduleAfter(VirtualTime.From(pause), () => Strike(off));
    }

    /// <summary>Plans one in the middle of the flash's work.</summary>
    /// <param name="storage">The flash.</param>
    /// <param name="steps">Pages programmed or sectors erased until then.</param>
    /// <param name="off">How long the supply is away.</param>
    public void StrikeIn(FlashStorage storage, int steps, TimeSpan off)
    {
        HasStruck = false;
        storage.CutPowerAfter(steps, _board, off);
    }

    private void Strike(TimeSpan off)
    {
        HasStruck = true;
        BeforeStart += _appHasStarted ? 0 : 1;
        _board.BrownOut(off);
    }
}
