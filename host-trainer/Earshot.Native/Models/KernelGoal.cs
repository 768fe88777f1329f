namespace Earshot.Native;

/// <summary>Which kernels of the C module a plan is made for; every pack runs on every build.</summary>
public enum KernelGoal
{
    /// <summary>The <c>armv7em</c> kernels.</summary>
    Speed,

    /// <summary>The kernels of a build with <c>EARSHOT_SMALL</c>.</summary>
    Size,
}
