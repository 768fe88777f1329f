using Earshot.Training.Exporting;

namespace Earshot.Training.Running;

/// <summary>What a training run came to.</summary>
/// <param name="Model">The model to deploy, in float.</param>
/// <param name="Options">The options it was trained with.</param>
/// <param name="History">Epoch by epoch.</param>
/// <param name="ChosenEpoch">The epoch, from 1, whose weights the model has.</param>
public sealed record TrainedModel(
    FloatModel Model, TrainingOptions Options, IReadOnlyList<EpochRecord> History, int ChosenEpoch);
