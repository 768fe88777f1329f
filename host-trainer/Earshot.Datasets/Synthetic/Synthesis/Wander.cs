namespace Earshot.Datasets.Synthetic.Synthesis;

/// <summary>A slow random movement within [−1, 1]: straight lines between random points.</summary>
internal sealed class Wander(DeterministicRandom random, double pointsPerSecond)
{
    private readonly double _step = pointsPerSecond / Sound.SampleRate;
    private double _from = random.Noise();
    private double _to = random.Noise();
    private double _position;

    /// <summary>The next value.</summary>
    public double Next()
    {
        _position += _step;
        if (_position >= 1)
        {
            _position -= 1;
            (_from, _to) = (_to, random.Noise());
        }

        return _from + ((_to - _from) * _position);
    }
}
