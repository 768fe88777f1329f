using Earshot.Reports.Training;

namespace Earshot.Reports.Experiments;

/// <summary>The course of one training of an experiment.</summary>
/// <param name="Name">Which, such as "fold 2, seed 1".</param>
/// <param name="Fold">The fold that it held out; runs of one fold share a colour.</param>
/// <param name="Epochs">Epoch by epoch.</param>
public sealed record LearningCurve(string Name, int Fold, IReadOnlyList<EpochRecord> Epochs);
