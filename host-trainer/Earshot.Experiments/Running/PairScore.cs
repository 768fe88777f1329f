namespace Earshot.Experiments.Running;

/// <summary>How a candidate did on two folds that were both left out of its training.</summary>
/// <param name="First">The first fold.</param>
/// <param name="Second">The second fold.</param>
/// <param name="FirstAccuracy">Its float model's clip accuracy on the first fold, 0 to 1.</param>
/// <param name="FirstLoss">The same model's loss on the first fold.</param>
/// <param name="SecondAccuracy">The same on the second fold.</param>
/// <param name="SecondLoss">The same on the second fold.</param>
internal sealed record PairScore(int First, int Second, double FirstAccuracy, double FirstLoss, double SecondAccuracy, double SecondLoss)
{
    /// <summary>What the pair says when a fold is reported: the score on the other one; null when the fold is not of the pair.</summary>
    internal (double Accuracy, double Loss)? WhenReporting(int fold) =>
        fold == First ? (SecondAccuracy, SecondLoss)
        : fold == Second ? (FirstAccuracy, FirstLoss)
        : null;
}
