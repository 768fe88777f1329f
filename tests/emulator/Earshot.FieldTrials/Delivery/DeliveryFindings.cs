namespace Earshot.FieldTrials.Delivery;

/// <summary>What a network server can tell of a node's messages by their numbers and contents.</summary>
public sealed record DeliveryFindings
{
    /// <summary>Different messages.</summary>
    public required int Messages { get; init; }

    /// <summary>Arrivals under a number that had arrived with the same bytes before.</summary>
    public required int Repeated { get; init; }

    /// <summary>Numbers below the highest one that never arrived.</summary>
    public required IReadOnlyList<int> Missing { get; init; }

    /// <summary>Numbers that arrived with different contents, and these.</summary>
    public required IReadOnlyList<string> Conflicting { get; init; }

    /// <summary>Numbers that arrived for the first time after a higher one.</summary>
    public required IReadOnlyList<int> OutOfOrder { get; init; }

    /// <summary>Minutes of which no summary tells, between the first one's begin and the last one's end; negative where two overlap.</summary>
    public required IReadOnlyList<double> Gaps { get; init; }

    /// <summary>Revisions of settings that a status after their acknowledgement did not know any more.</summary>
    public required IReadOnlyList<int> ForgottenSettings { get; init; }

    /// <summary>What is wrong, in a line.</summary>
    public override string ToString() => $"{Messages} messages, {Repeated} repeated; missing {string.Join(", ", Missing)}; conflicting {string.Join(", ", Conflicting)}; "
        + $"out of order {string.Join(", ", OutOfOrder)}; gaps {string.Join(", ", Gaps)}; forgotten {string.Join(", ", ForgottenSettings)}";

    /// <summary>Whether every message arrived, in order, with one content.</summary>
    public bool IsWhole => Missing.Count == 0 && Conflicting.Count == 0 && OutOfOrder.Count == 0 && ForgottenSettings.Count == 0;
}
