namespace Earshot.Training.Optimization;

/// <summary>An input of the training graph that dropout multiplies with.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="Size">Its number of elements.</param>
/// <param name="Rate">The share of elements that are zero.</param>
internal sealed record DropoutMask(string Name, int Size, float Rate);
