using Earshot.Emulator.Classification;

namespace Earshot.FieldTrials.Nodes;

/// <summary>The model that trials run: a real <c>earshot-s</c> of ten classes.</summary>
public static class TrialModel
{
    // docs/kernels.md: with EARSHOT_SMALL a hop of the front end takes 36 980 instead of 21 583 instructions, the network of
    // Stride-DS-24, which is the nearest to earshot-s, 957 347 instead of 383 375.
    private const double SmallFrontEnd = 36_980.0 / 21_583;
    private const double SmallNetwork = 957_347.0 / 383_375;

    private static readonly Lazy<byte[]> Pack = new(() => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "earshot-s.earshot")));

    /// <summary>Its pack.</summary>
    public static byte[] Bytes => Pack.Value;

    /// <summary>What the C module costs as the firmware is built by default, with EARSHOT_SMALL.</summary>
    public static NativeCost Cost { get; } = new()
    {
        ClocksPerHop = SmallFrontEnd * new NativeCost().ClocksPerHop,
        ClocksPerMultiplyAccumulate = SmallNetwork * new NativeCost().ClocksPerMultiplyAccumulate,
    };
}
