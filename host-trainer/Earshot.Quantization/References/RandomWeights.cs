namespace Earshot.Quantization.References;

/// <summary>Seeded random numbers that are the same on every machine: only IEEE additions and multiplications.</summary>
public sealed class RandomWeights
{
    private readonly Random _random;

    /// <summary>Starts a sequence.</summary>
    public RandomWeights(int seed)
    {
        _random = new Random(seed);
    }

    /// <summary>About normally distributed: the sum of twelve uniform values.</summary>
    public float Normal(float deviation)
    {
        var sum = -6.0;
        for (var index = 0; index < 12; index++)
        {
            sum += _random.NextDouble();
        }

        return (float)(sum * deviation);
    }

    /// <summary>Many about normally distributed values.</summary>
    public float[] Normals(int count, float deviation)
    {
        var values = new float[count];
        for (var index = 0; index < count; index++)
        {
            values[index] = Normal(deviation);
        }

        return values;
    }

    /// <summary>A whole number from 0 to below <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(_random.NextDouble() * limit);

    /// <summary>Windows of features, uniform over int8.</summary>
    public FeatureWindows Features(int count, int frames, int bands, Onnx.QuantizationParameters parameters)
    {
        var values = new sbyte[count * frames * bands];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = (sbyte)(Below(256) - 128);
        }

        return new FeatureWindows(values, frames, bands, parameters);
    }
}
