namespace Earshot.Experiments.Results;

/// <summary>The forms in which a trained model is tested.</summary>
public enum ModelForm
{
    /// <summary>The float model in ONNX Runtime.</summary>
    Float,

    /// <summary>The int8 QDQ model in ONNX Runtime.</summary>
    Qdq,

    /// <summary>The model pack in the C module: what the board runs.</summary>
    Pack,
}
