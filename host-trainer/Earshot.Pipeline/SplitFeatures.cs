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
    /// <summary>The features of auxiliary sounds, with labels of their own; null without any.</summary>
    public FeatureSet? Auxiliary { get; init; }

    /// <summary>Everything that is learnt from.</summary>
    public FeatureSet Learnt => Training.With(Auxiliary);

    /// <summary>Computes them. Clips shorter than a window are followed by silence up to one window.</summary>
    /// <param name="frontEnd">The front end; its statistics, if any, are replaced.</param>
    /// <param name="labels">The classes, in the order of a model's outputs.</param>
    /// <param name="training">The clips to train on.</param>
    /// <param name="heldOut">The clips kept for the test.</param>
    /// <param name="windowFrames">Frames in a window.</param>
    /// <param name="auxiliary">Auxiliary sounds; null for none. The statistics are not measured on them.</param>
    /// <param name="progress">Told the share of clips that are done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work after the current clip.</param>
    /// <exception cref="InputException">A clip cannot be read, or none has sound in it.</exception>
    public static SplitFeatures Compute(
        FrontEndConfiguration frontEnd,
        IReadOnlyList<string> labels,
        IReadOnlyList<Clip> training,
        IReadOnlyList<Clip> heldOut,
        int windowFrames,
        AuxiliarySounds? auxiliary = null,
        Action<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var fitted = FeatureExtraction.Fit(frontEnd, training, cancellationToken);
        var total = (double)(training.Count + heldOut.Count + (auxiliary?.Clips.Count ?? 0));
        var done = 0d;
        return new SplitFeatures(fitted, Compute(labels, training), Compute(labels, heldOut))
        {
            Auxiliary = auxiliary is null ? null : Compute(auxiliary.Labels, auxiliary.Clips),
        };

        FeatureSet Compute(IReadOnlyList<string> classes, IReadOnlyList<Clip> clips)
        {
            var (before, share) = (done, clips.Count / total);
            done += share;
            return FeatureExtraction.Compute(
                fitted, classes, clips, part => progress?.Invoke(before + (part * share)), cancellationToken, windowFrames);
        }
    }
}
