namespace Earshot.Packing.Format;

/// <summary>What the kernels of the C module need for a layer of a pack.</summary>
/// <param name="FastScratchBytes">Scratch with which the <c>armv7em</c> kernels compute it in one piece; 0 for none, or for the reference.</param>
/// <param name="SmallScratchBytes">Scratch with which the kernels of <c>EARSHOT_SMALL</c> compute it; 0 for none, or for the reference.</param>
/// <param name="FastOverwrites">Whether the <c>armv7em</c> kernel loses no time by writing over the input.</param>
public readonly record struct KernelNeeds(int FastScratchBytes, int SmallScratchBytes, bool FastOverwrites);
