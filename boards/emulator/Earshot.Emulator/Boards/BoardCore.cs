namespace Earshot.Emulator.Boards;

/// <summary>Processor cores; an F marks a single-precision floating-point unit.</summary>
public enum BoardCore
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>ARM Cortex-M0.</summary>
    CortexM0,

    /// <summary>ARM Cortex-M3.</summary>
    CortexM3,

    /// <summary>ARM Cortex-M4 with FPU.</summary>
    CortexM4F,

    /// <summary>ARM Cortex-M7 with FPU.</summary>
    CortexM7F,

    /// <summary>ARM Cortex-M33 with FPU.</summary>
    CortexM33F,
}
