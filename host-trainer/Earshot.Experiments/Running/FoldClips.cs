using Earshot.Datasets;
using Earshot.Experiments.Results;
using Earshot.Pipeline;

namespace Earshot.Experiments.Running;

/// <summary>Puts what the three models said of a fold's clips together, clip by clip.</summary>
internal static class FoldClips
{
    internal static IReadOnlyList<ClipScores> Of(HeldOutSplit split, ModelEvaluation evaluation) =>
        [.. split.HeldOut.Select((clip, index) => new ClipScores
        {
            Name = Name(split.Dataset, clip),
            Label = split.Dataset.LabelIndex(clip.Label),
            Salience = clip.Salience,
            Float = evaluation.Float.Clips[index].Probabilities,
            Qdq = evaluation.Qdq.Clips[index].Probabilities,
            Pack = evaluation.Pack.Clips[index].Probabilities,
        })];

    /// <summary>A clip's path relative to its dataset, so that results can be read on another machine.</summary>
    internal static string Name(Dataset dataset, Clip clip) => File.Exists(clip.Path)
        ? Path.GetRelativePath(dataset.Name, clip.Path).Replace('\\', '/')
        : clip.Path;
}
