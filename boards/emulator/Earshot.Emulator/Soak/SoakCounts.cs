namespace Earshot.Emulator.Soak;

/// <summary>What is counted of a node of a soak, and summed up over all of them.</summary>
public abstract record SoakCounts
{
    /// <summary>Virtual hours that it ran.</summary>
    public required double Hours { get; init; }

    /// <summary>Faults by kind.</summary>
    public required IReadOnlyDictionary<string, int> Faults { get; init; }

    /// <summary>Starts of the app, power-on included.</summary>
    public required int Boots { get; init; }

    /// <summary>Starts by cause.</summary>
    public required IReadOnlyDictionary<string, int> Causes { get; init; }

    /// <summary>Messages that the queue accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>Events among them.</summary>
    public required int AcceptedEvents { get; init; }

    /// <summary>Messages that the gateway acknowledged, each counted once.</summary>
    public required int Delivered { get; init; }

    /// <summary>Events among them.</summary>
    public required int DeliveredEvents { get; init; }

    /// <summary>Acknowledgements beyond the first, under the same number.</summary>
    public required int Repeated { get; init; }

    /// <summary>Messages that a reset caught on their way into the queue and that arrived all the same.</summary>
    public required int Completed { get; init; }

    /// <summary>Messages that noise changed between board and modem.</summary>
    public required int Garbled { get; init; }

    /// <summary>Messages that the queue refused.</summary>
    public required int Refused { get; init; }

    /// <summary>Summaries that were merged because the queue was full.</summary>
    public required int Merged { get; init; }

    /// <summary>Messages that waited at the end, none of them for long.</summary>
    public required int Waiting { get; init; }

    /// <summary>The longest that a message waited to be acknowledged, in hours.</summary>
    public required double LongestWaitHours { get; init; }

    /// <summary>Joins that the network accepted.</summary>
    public required int Joins { get; init; }

    /// <summary>Frames that the network rejected: damaged, or of a session that it does not know.</summary>
    public required int RejectedFrames { get; init; }

    /// <summary>Downlinks that the node has answered.</summary>
    public required int DownlinksAnswered { get; init; }

    /// <summary>What must not happen and did.</summary>
    public required IReadOnlyList<SoakFinding> Findings { get; init; }
}
