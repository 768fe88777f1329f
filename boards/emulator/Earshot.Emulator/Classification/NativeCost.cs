namespace Earshot.Emulator.Classification;

/// <summary>
/// What the C module costs on the board. A model until kernels are measured: both numbers are estimates for a Cortex-M4F
/// with the reference kernels and can be set.
/// </summary>
public sealed record NativeCost
{
    /// <summary>Core clocks for the front end of one hop: window, FFT of 512, mel bands, logarithms, level.</summary>
    public double ClocksPerHop { get; init; } = 60_000;

    /// <summary>Core clocks for one multiply-accumulate, everything around it included.</summary>
    public double ClocksPerMultiplyAccumulate { get; init; } = 4;

    /// <summary>Core clocks for going into a native method and back, copying a few bytes.</summary>
    public double ClocksPerCall { get; init; } = 400;
}
