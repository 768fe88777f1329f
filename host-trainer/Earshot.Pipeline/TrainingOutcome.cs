using Earshot.Packing;
using Earshot.Quantization;
using Earshot.Training.Running;

namespace Earshot.Pipeline;

/// <summary>What a run came to.</summary>
/// <param name="Configuration">The configuration as it was saved.</param>
/// <param name="Trained">The float model and its history.</param>
/// <param name="Quantized">The int8 model.</param>
/// <param name="Packed">The pack.</param>
/// <param name="Evaluation">The three on the held-out fold.</param>
public sealed record TrainingOutcome(
    RunConfiguration Configuration, TrainedModel Trained, QuantizationResult Quantized, PackResult Packed, ModelEvaluation Evaluation);
