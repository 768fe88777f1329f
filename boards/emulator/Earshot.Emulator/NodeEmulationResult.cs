using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;
using Earshot.Payload;

namespace Earshot.Emulator;

/// <summary>What an emulated node has done. Everything in it is the same in every run of the same input.</summary>
public sealed record NodeEmulationResult
{
    /// <summary>Why the run came back.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>Virtual time since power-on.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What arrived over the radio, decoded, in the order of arrival.</summary>
    public required IReadOnlyList<ReceivedEvent> Events { get; init; }

    /// <summary>What happened on the board, one line each.</summary>
    public required IReadOnlyList<string> Trace { get; init; }

    /// <summary>What the app printed.</summary>
    public required IReadOnlyList<string> Console { get; init; }

    /// <summary>The exception that ended the app, if one did.</summary>
    public DeviceFailure? Failure { get; init; }

    /// <summary>When the app is blocked for ever: what each thread waits for, and its stack.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>IL instructions executed.</summary>
    public required long Instructions { get; init; }

    /// <summary>Share of the time that the core was busy, 0 to 1.</summary>
    public required double ProcessorLoad { get; init; }

    /// <summary>Share of the time that the core was busy with the C module.</summary>
    public required double NativeLoad { get; init; }

    /// <summary>What the board has drawn.</summary>
    public required PowerFigures Power { get; init; }

    /// <summary>How long the battery lasts at that average; null without a battery, or when a current is not known.</summary>
    public TimeSpan? BatteryLife { get; init; }

    /// <summary>Sound that was lost because the app was too slow.</summary>
    public required TimeSpan LostSound { get; init; }

    /// <summary>Lines from the radio that the receiver could not use.</summary>
    public required int RejectedLines { get; init; }

    /// <summary>Memory, stalls and stacks.</summary>
    public required ResourceUse Resources { get; init; }
}
