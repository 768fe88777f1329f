namespace Earshot.Experiments.Results;

/// <summary>The choice of a recipe for one reported fold, made without that fold.</summary>
/// <param name="HeldOutFold">The reported fold.</param>
/// <param name="Chosen">The candidate with the best accuracy; of equals that with the lower loss.</param>
/// <param name="Scores">Every candidate, in the order of the experiment.</param>
public sealed record FoldSelection(int HeldOutFold, string Chosen, IReadOnlyList<SelectionScore> Scores);
