namespace Earshot.Emulator.Classification;

/// <summary>
/// What the C module costs on the board. The defaults are estimates for any model, namely what <c>earshot bench</c> measured of
/// <c>ds-cnn-64</c> hop by hop on a Cortex-M4F with the armv7em kernels; <c>earshot emulate --cost</c> sets what it measured of the
/// very pack.
/// </summary>
public sealed record NativeCost
{
    /// <summary>Core clocks for the front end of one hop: window, FFT of 512, mel bands, logarithms, level.</summary>
    public double ClocksPerHop { get; init; } = 29_200;

    /// <summary>Core clocks for one multiply-accumulate, everything around it included.</summary>
    public double ClocksPerMultiplyAccumulate { get; init; } = 3.75;

    /// <summary>Core clocks for going into a native method and back, copying a few bytes.</summary>
    public double ClocksPerCall { get; init; } = 400;

    /// <summary>Core clocks for one sample of the tone check.</summary>
    public double ClocksPerToneSample { get; init; } = 60;

    /// <summary>Bytes of stack that one call takes at most; null where nobody has measured it for the pack.</summary>
    public long? StackBytes { get; init; }
}
