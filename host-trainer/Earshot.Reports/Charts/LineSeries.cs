namespace Earshot.Reports.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">A value for each position; not a number leaves a gap.</param>
public sealed record LineSeries(string Name, IReadOnlyList<double> Values)
{
    /// <summary>Whether it belongs to the right axis.</summary>
    public bool OnRight { get; init; }

    /// <summary>Whether it is drawn dashed.</summary>
    public bool IsDashed { get; init; }

    /// <summary>Whether its values are drawn as points and not joined.</summary>
    public bool IsPoints { get; init; }

    /// <summary>Whether it is drawn as steps: each value holds up to the next position.</summary>
    public bool IsStepped { get; init; }

    /// <summary>For each position what its value belongs to, shown beside it in the legend; null where positions say enough.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Its place in the palette, or null for its position in the chart.</summary>
    public int? Color { get; init; }
}
