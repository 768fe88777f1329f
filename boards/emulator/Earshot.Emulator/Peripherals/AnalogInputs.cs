using Earshot.Emulator.Boards;

namespace Earshot.Emulator.Peripherals;

/// <summary>
/// What the converter's channels are at, in the order in which the firmware numbers them (<c>analog_inputs</c> of board.yaml). The
/// microphone's channel follows what it hears; the others are at what the world sets, 0 V at first.
/// </summary>
public sealed class AnalogInputs
{
    /// <summary>Bits of a conversion.</summary>
    public const int ResolutionBits = 12;

    /// <summary>The code of the reference voltage.</summary>
    public const int MaximumCode = (1 << ResolutionBits) - 1;

    /// <summary>Names of the sources inside of the chip.</summary>
    internal static readonly IReadOnlyList<string> InternalSources = [Temperature, InternalReference, Battery];

    private const string Temperature = "temperature";
    private const string InternalReference = "vrefint";
    private const string Battery = "vbat";

    // One conversion of the driver: interrupt, event and thread switch around 3 + 12 clocks of the converter (estimate).
    private const long ConversionTime = 5_000;

    // The firmware sleeps before it reads an internal source.
    private const long InternalTime = 10_000_000;

    private readonly EmulatedBoard _board;
    private readonly string[] _inputs;
    private readonly Dictionary<string, double> _volts = [];

    internal AnalogInputs(EmulatedBoard board)
    {
        _board = board;
        _inputs = [.. board.Description.AnalogInputs];
        board.AddedAdcChannels.Built = _inputs.Length;
    }

    /// <summary>Channels, the program's own behind the firmware's.</summary>
    public int Count => _inputs.Length + _board.AddedAdcChannels.Count;

    /// <summary>The converter's reference, in volts.</summary>
    public double ReferenceVolts => _board.SupplyMillivolts / 1000.0;

    /// <summary>The chip's temperature, in °C.</summary>
    public double TemperatureCelsius { get; set; } = 25;

    /// <summary>The battery behind VBAT, in volts.</summary>
    public double BatteryVolts { get; set; } = 3.0;

    /// <summary>Sets the voltage at a pin.</summary>
    /// <param name="input">The pin's name, such as PA1.</param>
    /// <param name="volts">From 0; more than the reference reads as the reference.</param>
    /// <remarks>A pin whose channel the program adds later can be set before.</remarks>
    /// <exception cref="ArgumentException">No converter reads that pin, or the microphone is at it.</exception>
    public void SetVolts(string input, double volts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(volts);
        if (!Gpio.IsName(input) || !ConverterPins.Reaches(_board.Description.Mcu, input) || input == MicrophonePin)
        {
            throw new ArgumentException($"The world cannot set {input}; the board's analogue inputs are {string.Join(", ", _inputs)}, and what else the chip's converters read.", nameof(input));
        }

        _volts[input] = volts;
    }

    /// <summary>Whether it is a source inside of the chip.</summary>
    internal static bool IsInternal(string input) => InternalSources.Contains(input);

    /// <summary>What a channel is at: a pin or an internal source; null where there is none.</summary>
    internal string? InputOf(int channel) => channel >= 0 && channel < _inputs.Length
        ? _inputs[channel]
        : _board.AddedAdcChannels.Find(channel)?.Pin;

    /// <summary>Converts once, which takes its time.</summary>
    /// <exception cref="ArgumentException">There is no such channel.</exception>
    internal int Read(int channel)
    {
        var input = InputOf(channel) ?? throw new ArgumentException(null, nameof(channel));
        _board.Scheduler.Spend(ConversionTime, "an analogue conversion");
        if (IsInternal(input))
        {
            _board.Scheduler.Wait(_board.Scheduler.Now + InternalTime, "the converter's internal source");
        }

        return (int)Math.Clamp(Math.Round(VoltsOf(input) / ReferenceVolts * MaximumCode), 0, MaximumCode);
    }

    private string MicrophonePin => _board.Description.Capture.Pin;

    // Temperature: 0.76 V at 25 °C and 2.5 mV/°C; reference 1.21 V; VBAT through a divider by four (DS10314, temperature sensor and embedded reference characteristics).
    private double VoltsOf(string input) => input switch
    {
        Temperature => 0.76 + ((TemperatureCelsius - 25) * 2.5e-3),
        InternalReference => 1.21,
        Battery => BatteryVolts / 4,
        _ when input == MicrophonePin => _board.Microphone.Volts,
        _ => _volts.GetValueOrDefault(input),
    };
}
