namespace Earshot.Reports.Sections;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsNumber">Whether its cells are numbers, which stand at the right.</param>
public sealed record TableColumn(string Name, bool IsNumber = false)
{
    internal string Class => IsNumber ? "number" : "text";
}
