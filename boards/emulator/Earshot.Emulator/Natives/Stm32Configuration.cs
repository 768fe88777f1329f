using System.Reflection;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Hardware.Stm32.Configuration.</summary>
[NativeHalfOf("nanoFramework.Hardware.Stm32.Configuration")]
public static class Stm32Configuration
{
    private const int MostConverters = 3;
    private const int HighestChannel = 15;
    private const string NoPin = "no pin";

    /// <summary>Sets up a pin, for the trace: what is wired to it is the parts' business.</summary>
    public static void ConfigurePin(int pin, object configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var mode = NumberOf(configuration, "_mode");
        var pull = NumberOf(configuration, "_pullUpDown");
        var alternateFunction = NumberOf(configuration, "_alternateFunction");
        EmulatedBoard.Current.Trace.Write(
            "pins", FormattableString.Invariant($"{NameOf(pin)} mode {mode}, pull {pull}, alternate function {alternateFunction}"));
    }

    /// <summary>
    /// Adds a converter channel behind those of the firmware, which sets up the pin that it is told. What the converter reads is the pin
    /// that the chip has linked to its channel: when that is another one, the trace says so.
    /// </summary>
    /// <exception cref="ArgumentException">The chip has no such converter or channel.</exception>
    public static uint AddAdcChannel(uint adc, uint adcChannel, uint pin)
    {
        // The firmware takes a byte of each.
        var (converter, channel, named) = ((byte)adc, (byte)adcChannel, NameOf((byte)pin));
        var board = EmulatedBoard.Current;
        var mcu = board.Description.Mcu;
        if (converter < 1 || converter > (ConverterPins.CountOf(mcu) ?? MostConverters) || channel > HighestChannel)
        {
            throw new ArgumentException("There is no such converter or channel.");
        }

        var read = ConverterPins.CountOf(mcu) is null ? named : ConverterPins.Find(mcu, converter, channel) ?? NoPin;
        if (read != named)
        {
            board.Trace.Write("adc", FormattableString.Invariant($"channel {channel} of converter {converter} reads {read}, not {named}"));
        }

        return (uint)board.AddedAdcChannels.Add(new AddedAdcChannel(converter, channel, read));
    }

    /// <summary>Takes a converter channel back.</summary>
    /// <exception cref="ArgumentException">It was not added.</exception>
    public static void RemoveAdcChannel(uint channel) => EmulatedBoard.Current.AddedAdcChannels.Remove((int)channel);

    private static string NameOf(int pin) => FormattableString.Invariant($"P{(char)('A' + (pin / 16))}{pin % 16}");

    private static int NumberOf(object configuration, string field) => Convert.ToInt32(
        configuration.GetType().GetField(field, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(configuration),
        System.Globalization.CultureInfo.InvariantCulture);
}
