using Earshot.Datasets;
using Earshot.Native;
using Earshot.Training.Features;

namespace Earshot.Pipeline;

/// <summary>The features of clips to train on and of clips kept for the test.</summary>
/// <param name="FrontEnd">The front end with statistics measured on the training clips and no others.</param>
/// <param name="Training">The clips to train on.</param>
/// <param name="HeldOut">The clips kept for the test.</param>
public sealed record SplitFeatures(FrontEndConfiguration FrontEnd, FeatureSet Training, FeatureSet HeldOut)
{
    /// <summary>Computes them. Clips shorter than a window are followed by silence up to one window.</summary>
    /// <param name="frontEnd">The front end; its statistics, if any, are replaced.</param>
    /// <param name="labels">The classes, in the order of a model's outputs.</param>
    /// <param name="training">The clips to train on.</param>
    /// <param name="heldOut">The clips kept for the test.</param>
    /// <param name="windowFrames">Frames in a window.</param>
    /// <param name="progress">Told the share of clips that are done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work after the current clip.</param>
    /// <exception cref="InputException">A clip cannot be read, or none has sound in it.</exception>
    public static SplitFeatures Compute(
        FrontEndConfiguration frontEnd,
        IReadOnlyList<string> labels,
        IReadOnlyList<Clip> training,
        IReadOnlyList<Clip> heldOut,
        int windowFrames,
        Action<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var fitted = FeatureExtraction.Fit(frontEnd, training, cancellationToken);
        var share = training.Count / (double)(training.Count + heldOut.Count);
        return new SplitFeatures(
            fitted,
            FeatureExtraction.Compute(fitted, labels, training, done => progress?.Invoke(done * share), cancellationToken, windowFrames),
            FeatureExtraction.Compute(
                fitted, labels, heldOut, done => progress?.Invoke(share + (done * (1 - share))), cancellationToken, windowFrames));
    }
}
