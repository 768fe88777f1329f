using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Scenarios.Faults;

/// <summary>A microphone whose wire comes off, or that is too loud, at times that are known from the start.</summary>
/// <param name="inner">What it would hear.</param>
/// <param name="faults">The faults; those of other parts do not matter.</param>
/// <param name="seed">Seed of the converter's noise.</param>
internal sealed class FaultyMicrophone(ISoundSource inner, IEnumerable<FaultEntry> faults, int seed) : ISoundSource
{
    private readonly FaultEntry[] _faults =
        [.. faults.Where(fault => fault.Fault is FaultKind.MicrophoneDisconnected or FaultKind.MicrophoneClipped)];

    private readonly Random _noise = new(seed);
    private long _position;

    /// <inheritdoc/>
    public int SampleRate => inner.SampleRate;

    /// <inheritdoc/>
    public void Read(Span<short> samples)
    {
        // The world goes on, whether it is heard or not.
        inner.Read(samples);
        var end = _position + samples.Length;
        foreach (var fault in _faults)
        {
            var from = Math.Max(SampleAt(fault.At), _position);
            var to = Math.Min(SampleAt(fault.End), end);
            if (from < to)
            {
                Apply(fault, samples[(int)(from - _position)..(int)(to - _position)]);
            }
        }

        _position = end;
    }

    private void Apply(FaultEntry fault, Span<short> samples)
    {
        if (fault.Fault == FaultKind.MicrophoneDisconnected)
        {
            foreach (ref var sample in samples)
            {
                sample = (short)_noise.Next(-1, 2);
            }

            return;
        }

        // An amplifier that is too strong, in a fixed point that is the same on every machine.
        const int Unity = 1 << 12;
        var gain = (long)Math.Round(Math.Pow(10, (fault.Gain ?? 0) / 20) * Unity);
        foreach (ref var sample in samples)
        {
            sample = (short)Math.Clamp(sample * gain / Unity, short.MinValue, short.MaxValue);
        }
    }

    private long SampleAt(TimeSpan time) => time == TimeSpan.MaxValue
        ? long.MaxValue
        : (long)((Int128)time.Ticks * SampleRate / TimeSpan.TicksPerSecond);
}
