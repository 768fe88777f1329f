using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>A microphone whose wire comes off, or that is too loud, at times that are known from the start, exact to the sample.</summary>
/// <param name="inner">What it would hear.</param>
/// <param name="faults">The faults; those of other parts do not matter.</param>
/// <param name="seed">Seed of the noise of an input that floats.</param>
internal sealed class FaultyMicrophone(ISoundSource inner, IEnumerable<FaultEntry> faults, int seed) : ISoundSource
{
    private readonly FaultEntry[] _faults =
        [.. faults.Where(fault => fault.Fault is FaultKind.MicrophoneDisconnected or FaultKind.MicrophoneClipped)];

    // The converter's own noise of a bit is all that is left of a wire that is off and short.
    private readonly MicrophoneModel _model = new(inner, seed) { FloatingNoise = 0.8 };

    /// <inheritdoc/>
    public int SampleRate => inner.SampleRate;

    /// <inheritdoc/>
    public void Read(Span<short> samples)
    {
        while (samples.Length > 0)
        {
            var count = (int)Math.Min(samples.Length, Arrange());
            _model.Read(samples[..count]);
            samples = samples[count..];
        }
    }

    /// <inheritdoc/>
    public void Skip(long samples) => _model.SkipTo(_model.WorldPosition + samples);

    // Puts the model into the state of this moment; returns for how many samples it stays in it.
    private long Arrange()
    {
        var now = _model.WorldPosition;
        var end = long.MaxValue;
        var gain = 0.0;
        var fault = Sound.MicrophoneFault.None;
        foreach (var entry in _faults)
        {
            var (from, to) = (SampleAt(entry.At), SampleAt(entry.End));
            if (now >= from && now < to)
            {
                gain += entry.Gain ?? 0;
                fault = entry.Fault == FaultKind.MicrophoneDisconnected ? Sound.MicrophoneFault.Disconnected : fault;
                end = Math.Min(end, to);
            }
            else if (from > now)
            {
                end = Math.Min(end, from);
            }
        }

        _model.GainDecibels = gain;
        _model.Fault = fault;
        return end - now;
    }

    private long SampleAt(TimeSpan time) => time == TimeSpan.MaxValue
        ? long.MaxValue
        : (long)((Int128)time.Ticks * SampleRate / TimeSpan.TicksPerSecond);
}
