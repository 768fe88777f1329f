namespace Microsoft.ML.OnnxRuntime;

/// <summary>Which graph optimisations a session applies when it loads a model.</summary>
public enum GraphOptimizationLevel
{
    ORT_DISABLE_ALL = 0,
    ORT_ENABLE_BASIC = 1,
    ORT_ENABLE_EXTENDED = 2,
    ORT_ENABLE_ALL = 99,
}
