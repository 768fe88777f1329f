namespace Earshot.Pipeline;

/// <summary>The stages of a training run, in order.</summary>
public enum TrainingStage
{
    /// <summary>Reading the clips and computing their features.</summary>
    Features,

    /// <summary>Training the float model.</summary>
    Training,

    /// <summary>Quantising, packing and evaluating.</summary>
    Quantization,
}
