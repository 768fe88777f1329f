using Earshot.Training.Randomness;

namespace Earshot.Training.Optimization;

/// <summary>An input of the training graph that dropout multiplies with.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="Size">Its number of elements.</param>
/// <param name="Rate">The share of elements that are zero.</param>
internal sealed record DropoutMask(string Name, int Size, float Rate)
{
    /// <summary>Draws a mask: 0 at the rate, else what keeps the mean at 1.</summary>
    internal void Draw(Span<float> values, RandomSource random)
    {
        var kept = 1 / (1 - Rate);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = random.NextFloat() < Rate ? 0 : kept;
        }
    }
}
