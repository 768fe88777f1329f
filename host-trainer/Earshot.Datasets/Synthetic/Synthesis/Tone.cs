namespace Earshot.Datasets.Synthetic.Synthesis;

/// <summary>A sine whose frequency may change at every sample.</summary>
internal sealed class Tone(double startTurns = 0)
{
    private double _phase = startTurns;

    /// <summary>The next sample at a momentary frequency in Hz.</summary>
    public double Next(double frequency)
    {
        _phase += frequency / Sound.SampleRate;
        return Sine.OfTurns(_phase);
    }
}
