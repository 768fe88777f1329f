namespace Earshot;

/// <summary>Where the model is.</summary>
public enum ModelSource
{
    /// <summary>Compiled into the firmware.</summary>
    BuiltIn = 0,

    /// <summary>In the deployment region, where it can be replaced without new firmware.</summary>
    Deployed = 1,
}
