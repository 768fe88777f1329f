namespace Earshot.Packing.Planning;

/// <summary>What steps, scratch and sharing of memory are chosen for.</summary>
public enum MemoryPreference
{
    /// <summary>The smallest arena with which the kernels of <c>EARSHOT_SMALL</c> run; among equals the largest steps.</summary>
    Size,

    /// <summary>The largest steps, and as much scratch as the <c>armv7em</c> kernels can use.</summary>
    Speed,
}
