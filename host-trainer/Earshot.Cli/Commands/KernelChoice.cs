namespace Earshot.Cli.Commands;

/// <summary>The kernel sets that <c>earshot bench</c> measures.</summary>
internal enum KernelChoice
{
    /// <summary>All that run on the core.</summary>
    All,

    /// <summary>Only those for the DSP extension.</summary>
    Armv7em,

    /// <summary>Only the portable ones.</summary>
    Reference,
}
