using Earshot.Training.Evaluation;

namespace Earshot.Pipeline;

/// <summary>The float model, the int8 model in ONNX Runtime and the pack in the C module, on the same clips.</summary>
/// <param name="Float">The float model.</param>
/// <param name="Qdq">The int8 QDQ model in ONNX Runtime.</param>
/// <param name="Pack">The pack in the C module.</param>
/// <param name="Agreement">How far pack and QDQ model are the same.</param>
public sealed record ModelEvaluation(EvaluationResult Float, EvaluationResult Qdq, EvaluationResult Pack, LogitAgreement Agreement);
