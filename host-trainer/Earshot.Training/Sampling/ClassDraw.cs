using Earshot.Training.Randomness;

namespace Earshot.Training.Sampling;

/// <summary>
/// Draws classes in proportion to n^(1 − balance), where n is how many clips a class has; auxiliary ones together with the
/// share that is theirs.
/// </summary>
internal sealed class ClassDraw
{
    private readonly double[]? _upTo;
    private readonly int _classes;

    /// <param name="clips">How many clips each class has.</param>
    /// <param name="options">The balance and the share.</param>
    /// <param name="auxiliary">How many classes, the last ones, are auxiliary.</param>
    internal ClassDraw(IReadOnlyList<int> clips, AugmentationOptions options, int auxiliary)
    {
        _classes = clips.Count;
        if (options.ClassBalance == 1 && auxiliary == 0)
        {
            return;
        }

        double[] weights = [.. clips.Select(count => Math.Pow(count, 1 - options.ClassBalance))];
        var own = _classes - auxiliary;
        var scale = auxiliary == 0
            ? 0
            : options.AuxiliaryShare / (1 - options.AuxiliaryShare) * weights[..own].Sum() / weights[own..].Sum();
        var sum = 0d;
        _upTo = [.. weights.Select((weight, index) => sum += index < own ? weight : weight * scale)];
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
