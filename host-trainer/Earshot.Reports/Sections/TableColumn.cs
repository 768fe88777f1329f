namespace Earshot.Reports.Sections;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsNumber">Whether its cells are numbers, which stand at the right.</param>
public sealed record TableColumn(string Name, bool IsNumber = false)
{
    /// <summary>Whether its cells say if the row is as it should be; they are coloured so.</summary>
    public bool IsVerdict { get; init; }

    internal string Class => IsNumber ? "number" : IsVerdict ? "verdict" : "text";
}
