using Earshot.Training.Randomness;

namespace Earshot.Training.Networks;

/// <summary>
/// Where each trained tensor of a network lies in one long vector. The optimiser then works on that vector alone, with a
/// handful of graph nodes instead of a dozen for each tensor.
/// </summary>
public sealed class ParameterLayout
{
    private readonly Dictionary<string, int> _offsets = [];

    /// <summary>Lays out a network's parameters in the order of its layers.</summary>
    public ParameterLayout(NetworkDefinition network)
    {
        Parameters = [.. network.Layers.SelectMany(layer => layer.Parameters)];
        foreach (var parameter in Parameters)
        {
            _offsets.Add(parameter.Name, Size);
            Size += parameter.Size;
        }
    }

    /// <summary>The trained tensors in their order.</summary>
    public IReadOnlyList<ParameterShape> Parameters { get; }

    /// <summary>The length of the vector.</summary>
    public int Size { get; }

    /// <summary>Where a tensor starts.</summary>
    public int Offset(ParameterShape parameter) => _offsets[parameter.Name];

    /// <summary>A tensor's part of a vector.</summary>
    public ReadOnlySpan<float> Read(ReadOnlySpan<float> vector, ParameterShape parameter) =>
        vector.Slice(Offset(parameter), parameter.Size);

    /// <summary>1 where weight decay applies, 0 where it does not.</summary>
    public float[] DecayMask() =>
        [.. Parameters.SelectMany(parameter => Enumerable.Repeat(Decays(parameter) ? 1f : 0f, parameter.Size))];

    /// <summary>
    /// Starting values: weights drawn from a normal distribution with He's variance (He et al., 2015), scales 1, shifts 0.
    /// </summary>
    public float[] Initialize(RandomSource random)
    {
        var vector = new float[Size];
        foreach (var parameter in Parameters)
        {
            var part = vector.AsSpan(Offset(parameter), parameter.Size);
            if (parameter.Start is { } start)
            {
                start.ToArray().CopyTo(part);
                continue;
            }

            switch (parameter.Role)
            {
                case ParameterRole.Weights:
                    Fill(part, random, MathF.Sqrt(2f / parameter.FanIn));
                    break;
                case ParameterRole.LinearWeights:
                    Fill(part, random, MathF.Sqrt(1f / parameter.FanIn));
                    break;
                case ParameterRole.Scale:
                    part.Fill(1);
                    break;
            }
        }

        return vector;
    }

    private static bool Decays(ParameterShape parameter) =>
        parameter.Role is ParameterRole.Weights or ParameterRole.LinearWeights;

    private static void Fill(Span<float> part, RandomSource random, float deviation)
    {
        for (var i = 0; i < part.Length; i++)
        {
            part[i] = random.NextNormal() * deviation;
        }
    }
}
