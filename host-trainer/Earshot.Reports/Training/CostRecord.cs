namespace Earshot.Reports.Training;

/// <summary>One thing that the model costs on the board.</summary>
/// <param name="Name">What: multiply-accumulates, weights, arena.</param>
/// <param name="Value">How much, with its unit.</param>
/// <param name="Note">What it is compared with or made of.</param>
public sealed record CostRecord(string Name, string Value, string Note);
