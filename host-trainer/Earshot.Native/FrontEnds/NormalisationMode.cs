namespace Earshot.Native;

/// <summary>How log2 mel values become int8 features.</summary>
public enum NormalisationMode
{
    /// <summary>By the training set's mean and deviation of each band.</summary>
    Fixed = 0,

    /// <summary>First less a running average of the sound's own level, which takes out microphone gain and distance.</summary>
    Causal = 1,
}
