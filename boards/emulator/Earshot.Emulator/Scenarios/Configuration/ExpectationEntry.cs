using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>One thing that is expected: exactly one key besides <c>from</c> and <c>to</c>.</summary>
public sealed record ExpectationEntry
{
    /// <summary>An event of this label arrives between <c>from</c> and <c>to</c>.</summary>
    public string? Event { get; init; }

    /// <summary>No event of this label arrives between <c>from</c> and <c>to</c>; <c>any</c> for every label.</summary>
    public string? NoEvent { get; init; }

    /// <summary>Exactly so many events arrive between <c>from</c> and <c>to</c>.</summary>
    public int? Events { get; init; }

    /// <summary>At least so many events arrive between <c>from</c> and <c>to</c>.</summary>
    public int? EventsAtLeast { get; init; }

    /// <summary>At most so many events arrive between <c>from</c> and <c>to</c>.</summary>
    public int? EventsAtMost { get; init; }

    /// <summary>Exactly so many messages arrive between <c>from</c> and <c>to</c>; one that comes again under its number counts once.</summary>
    public int? Messages { get; init; }

    /// <summary>At least so many messages arrive between <c>from</c> and <c>to</c>.</summary>
    public int? MessagesAtLeast { get; init; }

    /// <summary>At most so many messages arrive between <c>from</c> and <c>to</c>.</summary>
    public int? MessagesAtMost { get; init; }

    /// <summary>With a number of messages: which of them count; by default all.</summary>
    public MessageKind? Kind { get; init; }

    /// <summary>Messages arrive in the order of their numbers: in order, or each of them once, or none missing, or all of that.</summary>
    public DeliveryOrder? Delivery { get; init; }

    /// <summary>No more sound than this is lost because the app was too slow.</summary>
    public TimeSpan? LostSound { get; init; }

    /// <summary>A line that the app prints between <c>from</c> and <c>to</c> contains this.</summary>
    public string? ConsoleContains { get; init; }

    /// <summary>No line that the app prints between <c>from</c> and <c>to</c> contains this.</summary>
    public string? ConsoleLacks { get; init; }

    /// <summary>The app has started exactly so often, power-on included.</summary>
    public int? Boots { get; init; }

    /// <summary>At most so many mA are drawn on average by all components of the board.</summary>
    public double? AverageCurrent { get; init; }

    /// <summary>How the run ends.</summary>
    public RunOutcome? Outcome { get; init; }

    /// <summary>The core is busy for at most this share of the time, 0 to 1.</summary>
    public double? CpuLoad { get; init; }

    /// <summary>Begin of the time that counts.</summary>
    public TimeSpan From { get; init; }

    /// <summary>End of the time that counts; by default the end of the run.</summary>
    public TimeSpan? To { get; init; }
}
