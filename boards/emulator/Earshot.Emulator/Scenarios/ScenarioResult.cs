using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Scenarios.Expectations;
using Earshot.Emulator.Scheduling;
using Earshot.Payload;

namespace Earshot.Emulator.Scenarios;

/// <summary>What happened in a scenario. Everything in it is the same in every run of the same input.</summary>
public sealed record ScenarioResult
{

    /// <summary>The scenario's name.</summary>
    public required string Name { get; init; }

    /// <summary>Why the run came to its end.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>Virtual time since power-on.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Events that arrived over the radio, in the order of arrival.</summary>
    public required IReadOnlyList<ReceivedEvent> Events { get; init; }

    /// <summary>Messages of every kind that arrived over the radio, in the order of arrival.</summary>
    public required IReadOnlyList<ReceivedUplink> Uplinks { get; init; }

    /// <summary>What was to be heard.</summary>
    public required IReadOnlyList<PlayedSound> Played { get; init; }

    /// <summary>What went wrong.</summary>
    public required IReadOnlyList<FaultEntry> Faults { get; init; }

    /// <summary>What the app printed, and when.</summary>
    public required IReadOnlyList<(TimeSpan Time, string Line)> Console { get; init; }

    /// <summary>What happened on the board, one line each.</summary>
    public required IReadOnlyList<string> Trace { get; init; }

    /// <summary>The exception that ended the app, with virtual time and stack; null when none did.</summary>
    public string? Failure { get; init; }

    /// <summary>How often the app started, power-on included.</summary>
    public required int Boots { get; init; }

    /// <summary>Share of the time that the core was busy, 0 to 1.</summary>
    public required double ProcessorLoad { get; init; }

    /// <summary>Sound that was lost because the app was too slow.</summary>
    public required TimeSpan LostSound { get; init; }

    /// <summary>Bytes that were sent while nobody heard the radio.</summary>
    public required long UnheardBytes { get; init; }

    /// <summary>Lines from the radio that the receiver could not use.</summary>
    public required int RejectedLines { get; init; }

    /// <summary>What each component drew.</summary>
    public required IReadOnlyList<EnergyShare> Energy { get; init; }

    /// <summary>States that the chip was in and whose current its board does not state: the energy is more than told.</summary>
    public required IReadOnlyList<string> UnknownCurrents { get; init; }

    /// <summary>The battery, if there is one.</summary>
    public BatteryEntry? Battery { get; init; }

    /// <summary>What became of each expectation.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; init; } = [];

    /// <summary>Whether every expectation was met; without any, whether the app was alive at the end.</summary>
    public bool IsMet => Verdicts.Count > 0
        ? Verdicts.All(verdict => verdict.IsMet)
        : Outcome is RunOutcome.TimeReached or RunOutcome.Finished;

    /// <summary>Mean current in amperes.</summary>
    public double AverageAmperes => Duration > TimeSpan.Zero ? Energy.Sum(share => share.Coulombs) / Duration.TotalSeconds : 0;

    /// <summary>How long the battery lasts at that current; null without a battery or a current.</summary>
    public TimeSpan? BatteryLife => Battery is { } battery && AverageAmperes > 0
        ? new Power.Battery
        {
            AmpereHours = battery.Capacity / 1000,
            UsableShare = battery.Usable,
            SelfDischargePerYear = battery.SelfDischarge,
        }.Life(AverageAmperes)
        : null;
}
