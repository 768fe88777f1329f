using Earshot.Training.Randomness;

namespace Earshot.Training.Sampling;

/// <summary>Draws classes in proportion to n^(1 − balance), where n is how many clips a class has.</summary>
internal sealed class ClassDraw
{
    private readonly double[]? _upTo;
    private readonly int _classes;

    internal ClassDraw(IReadOnlyList<int> clips, float balance)
    {
        _classes = clips.Count;
        if (balance == 1)
        {
            return;
        }

        var sum = 0d;
        _upTo = [.. clips.Select(count => sum += Math.Pow(count, 1 - balance))];
    }

    internal int Next(RandomSource random)
    {
        if (_upTo is null)
        {
            return random.NextInt(_classes);
        }

        var place = random.NextFloat() * _upTo[^1];
        var index = Array.FindIndex(_upTo, limit => place < limit);
        return index < 0 ? _classes - 1 : index;
    }
}
