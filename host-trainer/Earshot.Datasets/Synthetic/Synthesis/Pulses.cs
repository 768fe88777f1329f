namespace Earshot.Datasets.Synthetic.Synthesis;

/// <summary>A sawtooth without audible aliases (polynomial band-limited steps, V. Välimäki, A. Huovilainen, 2007): all harmonics.</summary>
internal sealed class Pulses(double startTurns = 0)
{
    private double _phase = startTurns;

    /// <summary>The next sample at a momentary frequency in Hz.</summary>
    public double Next(double frequency)
    {
        var step = Math.Clamp(frequency / Sound.SampleRate, 0, 0.45);
        _phase += step;
        _phase -= Math.Floor(_phase);
        return (2 * _phase) - 1 - Correction(step);
    }

    private double Correction(double step)
    {
        if (_phase < step)
        {
            var t = _phase / step;
            return t + t - (t * t) - 1;
        }

        if (_phase > 1 - step)
        {
            var t = (_phase - 1) / step;
            return (t * t) + t + t + 1;
        }

        return 0;
    }
}
