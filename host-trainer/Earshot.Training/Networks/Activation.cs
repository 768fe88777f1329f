namespace Earshot.Training.Networks;

/// <summary>What a layer applies to its result.</summary>
public enum Activation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>min(max(x, 0), 6).</summary>
    Relu6,

    /// <summary>max(x, 0) + 0.1 · min(x, 0).</summary>
    LeakyRelu,
}
