using Earshot.Emulator.Boards;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Power;
using Earshot.Emulator.Sound;
using Earshot.Emulator.Storage;

namespace Earshot.Emulator;

/// <summary>What goes into an emulated board.</summary>
public sealed class EmulatedBoardSettings
{
    /// <summary>The kind of board.</summary>
    public required BoardDescription Board { get; init; }

    /// <summary>The app.</summary>
    public required DeviceApplication Application { get; init; }

    /// <summary>What the microphone hears.</summary>
    public required ISoundSource Sound { get; init; }

    /// <summary>The flash behind drive I:, with what is on it; null for an empty one.</summary>
    public FlashStorage? Storage { get; init; }

    /// <summary>When the board is switched on; until then it has no supply.</summary>
    public TimeSpan SwitchOn { get; init; }

    /// <summary>What the calendar clock shows at virtual time zero.</summary>
    public DateTime PowerOn { get; init; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>How much faster than true time the calendar clock runs, in parts per million.</summary>
    public double ClockDriftPpm { get; init; }

    /// <summary>The battery that feeds the board; null for a regulator that never fails.</summary>
    public Battery? Battery { get; init; }

    /// <summary>Below this supply the board goes off, in millivolts; an STM32's power-down threshold is 1.7 V.</summary>
    public int BrownOutMillivolts { get; init; } = 1700;

    /// <summary>How long the board is off after the battery's voltage has fallen, until its supervisor tries again.</summary>
    public TimeSpan BrownOutRetry { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether the backup domain has a supply of its own (VBAT), so that it outlives a loss of the board's.</summary>
    public bool HasBackupSupply { get; init; } = true;

    /// <summary>
    /// Whether a run ends when an exception is uncaught or every thread has ended, for whoever tests an app. A board goes on: the
    /// exception ends its thread alone, and a board without threads waits for whatever resets it.
    /// </summary>
    public bool EndsWithProgram { get; init; } = true;

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Adds parts and wires partners before the app starts.</summary>
    public Action<EmulatedBoard>? Wire { get; init; }
}
