namespace Earshot.Packing.Planning;

/// <summary>When the columns of a tensor come.</summary>
/// <param name="Delay">Feature columns after which its first column is complete (L).</param>
/// <param name="Stride">Feature columns from one of its columns to the next (S).</param>
/// <param name="Total">Columns of a whole window in window mode; 0 in stream mode (T).</param>
public readonly record struct TensorTiming(int Delay, int Stride, int Total);
