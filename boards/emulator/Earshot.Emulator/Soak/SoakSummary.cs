namespace Earshot.Emulator.Soak;

/// <summary>What all nodes of a soak have done together.</summary>
public sealed record SoakSummary
{
    /// <summary>Nodes that have run to their end.</summary>
    public required int Nodes { get; init; }

    /// <summary>Virtual hours.</summary>
    public required double Hours { get; init; }

    /// <summary>Faults by kind.</summary>
    public required IReadOnlyDictionary<string, int> Faults { get; init; }

    /// <summary>Starts of the app.</summary>
    public required int Boots { get; init; }

    /// <summary>Starts by cause.</summary>
    public required IReadOnlyDictionary<string, int> Causes { get; init; }

    /// <summary>Messages that the queues accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>Events among them.</summary>
    public required int AcceptedEvents { get; init; }

    /// <summary>Messages that the gateways acknowledged, each counted once.</summary>
    public required int Delivered { get; init; }

    /// <summary>Events among them.</summary>
    public required int DeliveredEvents { get; init; }

    /// <summary>Acknowledgements beyond the first, under the same number.</summary>
    public required int Repeated { get; init; }

    /// <summary>Messages that a reset caught on their way into the queue and that arrived all the same.</summary>
    public required int Completed { get; init; }

    /// <summary>Messages that noise changed between board and modem.</summary>
    public required int Garbled { get; init; }

    /// <summary>Messages that the queues refused.</summary>
    public required int Refused { get; init; }

    /// <summary>Summaries that were merged because a queue was full.</summary>
    public required int Merged { get; init; }

    /// <summary>Messages that waited at the end, none of them for long.</summary>
    public required int Waiting { get; init; }

    /// <summary>The longest that a message waited, in hours.</summary>
    public required double LongestWaitHours { get; init; }

    /// <summary>Joins that the networks accepted.</summary>
    public required int Joins { get; init; }

    /// <summary>Frames that the networks rejected.</summary>
    public required int RejectedFrames { get; init; }

    /// <summary>Downlinks that the nodes answered.</summary>
    public required int DownlinksAnswered { get; init; }

    /// <summary>What must not happen and did.</summary>
    public required IReadOnlyList<SoakFinding> Findings { get; init; }

    /// <summary>Sums up.</summary>
    public static SoakSummary Of(IReadOnlyCollection<SoakNodeResult> nodes) => new()
    {
        Nodes = nodes.Count,
        Hours = nodes.Sum(node => node.Hours),
        Faults = Sum(nodes, node => node.Faults),
        Boots = nodes.Sum(node => node.Boots),
        Causes = Sum(nodes, node => node.Causes),
        Accepted = nodes.Sum(node => node.Accepted),
        AcceptedEvents = nodes.Sum(node => node.AcceptedEvents),
        Delivered = nodes.Sum(node => node.Delivered),
        DeliveredEvents = nodes.Sum(node => node.DeliveredEvents),
        Repeated = nodes.Sum(node => node.Repeated),
        Completed = nodes.Sum(node => node.Completed),
        Garbled = nodes.Sum(node => node.Garbled),
        Refused = nodes.Sum(node => node.Refused),
        Merged = nodes.Sum(node => node.Merged),
        Waiting = nodes.Sum(node => node.Waiting),
        LongestWaitHours = nodes.Select(node => node.LongestWaitHours).DefaultIfEmpty(0).Max(),
        Joins = nodes.Sum(node => node.Joins),
        RejectedFrames = nodes.Sum(node => node.RejectedFrames),
        DownlinksAnswered = nodes.Sum(node => node.DownlinksAnswered),
        Findings = [.. nodes.OrderBy(node => node.Node).SelectMany(node => node.Findings)],
    };

    private static SortedDictionary<string, int> Sum(IEnumerable<SoakNodeResult> nodes, Func<SoakNodeResult, IReadOnlyDictionary<string, int>> counts)
    {
        var sum = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (kind, count) in nodes.SelectMany(counts))
        {
            sum[kind] = sum.GetValueOrDefault(kind) + count;
        }

        return sum;
    }
}
