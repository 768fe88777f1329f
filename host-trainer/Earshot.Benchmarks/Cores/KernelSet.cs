namespace Earshot.Benchmarks.Cores;

/// <summary>A set of kernels of the C module; the value of its CMake option <c>EARSHOT_KERNELS</c> in lower case.</summary>
public enum KernelSet
{
    /// <summary>Portable C.</summary>
    Reference,

    /// <summary>For cores with the DSP extension: Cortex-M4, M7 and M33.</summary>
    Armv7em,
}
