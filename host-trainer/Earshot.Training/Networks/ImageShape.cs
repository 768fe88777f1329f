namespace Earshot.Training.Networks;

/// <summary>The shape of a tensor between layers, without the batch.</summary>
/// <param name="Channels">Channels.</param>
/// <param name="Height">Frames, oldest first.</param>
/// <param name="Width">Bands, low to high.</param>
public sealed record ImageShape(int Channels, int Height, int Width)
{
    /// <summary>The number of elements.</summary>
    public int Size => Channels * Height * Width;
}
