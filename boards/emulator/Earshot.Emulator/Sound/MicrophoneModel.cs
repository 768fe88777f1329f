using Earshot.Numerics;

namespace Earshot.Emulator.Sound;

/// <summary>
/// A microphone with its amplifier in front of the converter: from the sound of the world to samples of 16 bits. Every property can be
/// changed while the board runs; as it is created, it passes the sound through unchanged.
/// </summary>
public sealed class MicrophoneModel
{
    private const double FullScale = 32768;
    private const double MidSupply = 0.5;

    private readonly ISoundSource _world;
    private readonly GaussianNoise _noise;
    private float _gain = 1;
    private double _noiseSamples;
    private double? _peak;
    private double _fraction;
    private bool _isPrimed;
    private short _previous;
    private short _next;

    /// <summary>Creates a microphone without faults.</summary>
    /// <param name="world">What there is to hear.</param>
    /// <param name="seed">Seed of its noise.</param>
    public MicrophoneModel(ISoundSource world, int seed)
    {
        _world = world;
        _noise = new GaussianNoise(seed);
    }

    /// <summary>Samples a second, by the nominal clock.</summary>
    public int SampleRate => _world.SampleRate;

    /// <summary>Amplification beyond what the world's samples are at, in decibels.</summary>
    public double GainDecibels
    {
        get;
        set
        {
            field = Finite(value);
            _gain = (float)PortableMath.Amplitude(value);
        }
    }

    /// <summary>The sound pressure level that a sine of full scale stands for, in dB; noise and overload are given against it.</summary>
    public double FullScaleDecibels
    {
        get;
        set
        {
            field = Finite(value);
            SetNoise();
            SetPeak();
        }
    } = 120;

    /// <summary>The microphone's own noise as an equivalent sound pressure level, in dB(A); null for none.</summary>
    public double? NoiseDecibels
    {
        get;
        set
        {
            field = value is { } decibels ? Finite(decibels) : null;
            SetNoise();
        }
    }

    /// <summary>The level from which on the membrane or its amplifier clips, in dB; null for none.</summary>
    public double? OverloadDecibels
    {
        get;
        set
        {
            field = value;
            SetPeak();
        }
    }

    /// <summary>The voltage around which the signal swings; away from half of the supply, one side clips earlier.</summary>
    public double BiasVolts { get; set; } = 1.65;

    /// <summary>The converter's reference voltage.</summary>
    public double SupplyVolts
    {
        get;
        set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    } = 3.3;

    /// <summary>What is left of the bias in the samples, in units of the least significant of 16 bits.</summary>
    public double DcOffset
    {
        get;
        set => field = Finite(value);
    }

    /// <summary>How much faster than its nominal rate the converter samples, in parts per million.</summary>
    public int SampleRateError
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(value), 100_000);
            Changing?.Invoke();
            field = value;
        }
    }

    /// <summary>What is wrong with it.</summary>
    public MicrophoneFault Fault { get; set; }

    /// <summary>Noise of the floating input of a disconnected microphone: its root mean square, in units of the least significant of 16 bits.</summary>
    public double FloatingNoise
    {
        get;
        set => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    } = 300;

    /// <summary>Raised before the converter's clock changes.</summary>
    internal event Action? Changing;

    /// <summary>Samples of the world that have been heard or missed.</summary>
    internal long WorldPosition { get; private set; }

    /// <summary>The mean that the capture removes from what the converter gives, in 1/2^15 of full scale: the bias beside half of the supply.</summary>
    internal int RemovedMean => (int)Math.Round(Math.Clamp(((BiasVolts / SupplyVolts) - MidSupply) * 2, -1, 1) * FullScale);

    /// <summary>The sample at the lower end of the converter's range.</summary>
    internal double Lowest => -FullScale * Math.Clamp(BiasVolts / (SupplyVolts * MidSupply), 0, 1);

    /// <summary>The sample at the upper end of the converter's range.</summary>
    internal double Highest => Math.Max(Lowest, (FullScale * Math.Clamp((SupplyVolts - BiasVolts) / (SupplyVolts * MidSupply), 0, 1)) - 1);

    private bool IsTransparent => Fault == MicrophoneFault.None && _gain == 1 && _noiseSamples == 0 && DcOffset == 0
        && OverloadDecibels is null && BiasVolts / SupplyVolts == MidSupply;

    /// <summary>What the converter makes of the next sounds.</summary>
    internal void Read(Span<short> samples)
    {
        if (SampleRateError == 0 && !_isPrimed)
        {
            _world.Read(samples);
            WorldPosition += samples.Length;
        }
        else
        {
            Resample(samples);
        }

        if (!IsTransparent)
        {
            foreach (ref var sample in samples)
            {
                sample = Convert(sample);
            }
        }
    }

    /// <summary>Lets the world go on unheard up to one of its samples; without effect when it is there already.</summary>
    internal void SkipTo(long worldPosition)
    {
        if (WorldPosition < worldPosition)
        {
            _world.Skip(worldPosition - WorldPosition);
            WorldPosition = worldPosition;
            _isPrimed = false;
        }
    }

    /// <summary>The voltage at the converter's input for a sample, from 0 to the supply.</summary>
    internal double VoltsOf(short sample) =>
        Math.Clamp(BiasVolts + ((sample - DcOffset) / FullScale * SupplyVolts * MidSupply), 0, SupplyVolts);

    private void Resample(Span<short> samples)
    {
        if (!_isPrimed)
        {
            (_previous, _next, _fraction, _isPrimed) = (ReadOne(), ReadOne(), 0, true);
        }

        var step = 1 / (1 + (SampleRateError * 1e-6));
        foreach (ref var sample in samples)
        {
            sample = (short)Math.Round(_previous + ((_next - _previous) * _fraction));
            for (_fraction += step; _fraction >= 1; _fraction--)
            {
                (_previous, _next) = (_next, ReadOne());
            }
        }
    }

    private short ReadOne()
    {
        Span<short> one = stackalloc short[1];
        _world.Read(one);
        WorldPosition++;
        return one[0];
    }

    private short Convert(short heard)
    {
        double value = Fault == MicrophoneFault.None ? heard : 0;
        if (_peak is { } peak)
        {
            value = Math.Clamp(value, -peak, peak);
        }

        value += Fault switch
        {
            MicrophoneFault.Disconnected => FloatingNoise * _noise.Next(),
            MicrophoneFault.Silent => 0,
            _ => _noiseSamples * _noise.Next(),
        };
        value = (value * (Fault == MicrophoneFault.Disconnected ? 1 : _gain)) + DcOffset;
        return (short)Math.Round(Math.Clamp(value, Lowest, Highest));
    }

    // The level of a sine is that of its root mean square.
    private void SetNoise() => _noiseSamples = NoiseDecibels is { } decibels
        ? FullScale / Math.Sqrt(2) * (float)PortableMath.Amplitude(decibels - FullScaleDecibels)
        : 0;

    // Not for every sample: it is an exponential.
    private void SetPeak() => _peak = OverloadDecibels is { } overload
        ? FullScale * (float)PortableMath.Amplitude(overload - FullScaleDecibels)
        : null;

    private static double Finite(double value) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(value));
}
