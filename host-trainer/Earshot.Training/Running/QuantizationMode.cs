namespace Earshot.Training.Running;

/// <summary>How a trained network becomes int8.</summary>
public enum QuantizationMode
{
    /// <summary>After training; where that loses more than half a point, by quantisation-aware training if that loses less.</summary>
    Auto,

    /// <summary>After training, from the ranges that its tensors take.</summary>
    PostTraining,

    /// <summary>By training on with the rounding of int8 in the network (Jacob et al., 2018).</summary>
    Aware,
}
