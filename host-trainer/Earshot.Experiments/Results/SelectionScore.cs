namespace Earshot.Experiments.Results;

/// <summary>How one candidate did where a fold's recipe was chosen.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Accuracy">
/// The mean, over all other folds and the seeds, of the clip accuracy on that other fold of float models that were trained without
/// it and without the reported fold; 0 to 1.
/// </param>
/// <param name="Loss">The same mean of the loss.</param>
public sealed record SelectionScore(string Candidate, double Accuracy, double Loss);
