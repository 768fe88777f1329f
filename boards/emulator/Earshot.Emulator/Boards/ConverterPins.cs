namespace Earshot.Emulator.Boards;

/// <summary>
/// Which pin each channel of a chip's converters is at. STM32F401, F411 and F412: DS10086, DS10314 and DS11139, table of pin definitions
/// (one converter); STM32F42x, F43x, F74x, F76x and F77x: DS9405, DS10916 and DS11532 likewise (three, the second like the first);
/// STM32L47x: DS10969 (channels 0 and 17 to 19 are no pins).
/// </summary>
public static class ConverterPins
{
    private static readonly string[] First =
        ["PA0", "PA1", "PA2", "PA3", "PA4", "PA5", "PA6", "PA7", "PB0", "PB1", "PC0", "PC1", "PC2", "PC3", "PC4", "PC5"];

    private static readonly string[] Third =
        ["PA0", "PA1", "PA2", "PA3", "PF6", "PF7", "PF8", "PF9", "PF10", "PF3", "PC0", "PC1", "PC2", "PC3", "PF4", "PF5"];

    private static readonly string[] FirstOfL4 =
        ["", "PC0", "PC1", "PC2", "PC3", "PA0", "PA1", "PA2", "PA3", "PA4", "PA5", "PA6", "PA7", "PC4", "PC5", "PB0", "PB1"];

    private static readonly string[] ThirdOfL4 =
        ["", "PC0", "PC1", "PC2", "PC3", "", "PF3", "PF4", "PF5", "PF6", "PF7", "PF8", "PF9", "PF10"];

    // By the beginning of the chip's name; the more exact one first.
    private static readonly (string Chips, string[][] Converters)[] Families =
    [
        ("STM32F401", [First]),
        ("STM32F411", [First]),
        ("STM32F412", [First]),
        ("STM32F42", [First, First, Third]),
        ("STM32F43", [First, First, Third]),
        ("STM32F74", [First, First, Third]),
        ("STM32F76", [First, First, Third]),
        ("STM32F77", [First, First, Third]),
        ("STM32L47", [FirstOfL4, FirstOfL4, ThirdOfL4]),
    ];

    /// <summary>How many converters a chip has; null for a chip that is not in the table.</summary>
    /// <param name="mcu">The chip, such as STM32F411RE.</param>
    public static int? CountOf(string mcu) => Find(mcu)?.Length;

    /// <summary>The pin of a channel; null when there is none, or when the chip is not in the table.</summary>
    /// <param name="mcu">The chip, such as STM32F411RE.</param>
    /// <param name="adc">The converter, from 1.</param>
    /// <param name="channel">Its channel, from 0.</param>
    public static string? Find(string mcu, int adc, int channel) =>
        Find(mcu) is { } converters && adc >= 1 && adc <= converters.Length && channel >= 0 && channel < converters[adc - 1].Length
        && converters[adc - 1][channel] is { Length: > 0 } pin
            ? pin
            : null;

    /// <summary>Whether a converter reads a pin; true for a chip that is not in the table.</summary>
    /// <param name="mcu">The chip, such as STM32F411RE.</param>
    /// <param name="pin">The pin, such as PA0.</param>
    public static bool Reaches(string mcu, string pin) => Find(mcu) is not { } converters || converters.Any(channels => channels.Contains(pin));

    private static string[][]? Find(string mcu) =>
        Array.Find(Families, family => mcu.StartsWith(family.Chips, StringComparison.OrdinalIgnoreCase)).Converters;
}
