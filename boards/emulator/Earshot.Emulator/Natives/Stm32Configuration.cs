using System.Reflection;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Hardware.Stm32.Configuration.</summary>
[NativeHalfOf("nanoFramework.Hardware.Stm32.Configuration")]
public static class Stm32Configuration
{
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

    /// <summary>Adds a converter channel behind those of the firmware.</summary>
    /// <exception cref="ArgumentException">There is no such converter or channel.</exception>
    public static uint AddAdcChannel(uint adc, uint adcChannel, uint pin)
    {
        if (adc is < 1 or > 3 || adcChannel > 15)
        {
            throw new ArgumentException("There is no such converter or channel.");
        }

        var board = EmulatedBoard.Current;
        var added = board.AddedAdcChannels.Add(new AddedAdcChannel((int)adc, (int)adcChannel, NameOf((int)pin)));
        return (uint)added;
    }

    /// <summary>Takes a converter channel back.</summary>
    /// <exception cref="ArgumentException">It was not added.</exception>
    public static void RemoveAdcChannel(uint channel) => EmulatedBoard.Current.AddedAdcChannels.Remove((int)channel);

    private static string NameOf(int pin) => FormattableString.Invariant($"P{(char)('A' + (pin / 16))}{pin % 16}");

    private static int NumberOf(object configuration, string field) => Convert.ToInt32(
        configuration.GetType().GetField(field, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(configuration),
        System.Globalization.CultureInfo.InvariantCulture);
}
