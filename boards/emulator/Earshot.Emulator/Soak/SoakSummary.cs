namespace Earshot.Emulator.Soak;

/// <summary>What all nodes of a soak have done together.</summary>
public sealed record SoakSummary : SoakCounts
{
    /// <summary>Nodes that have run to their end.</summary>
    public required int Nodes { get; init; }

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
