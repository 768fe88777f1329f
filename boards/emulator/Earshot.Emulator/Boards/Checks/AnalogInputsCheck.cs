using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Boards.Checks;

/// <summary>Checks the converter's channels that managed code can open.</summary>
internal static class AnalogInputsCheck
{
    private const string Field = "analog_inputs";

    /// <summary>Checks them.</summary>
    /// <exception cref="InputException">There is no such pin or source, or the chip's converters cannot reach the pin.</exception>
    public static void Run(IReadOnlyList<string> inputs, string mcu, BoardRules rules)
    {
        foreach (var input in inputs.Where(input => !AnalogInputs.IsInternal(input)))
        {
            rules.Require(
                Gpio.IsName(input) && ConverterPins.Reaches(mcu, input),
                Field,
                $"has '{input}', which no converter of {mcu} reads",
                $"Give a pin such as PA0, or one of {string.Join(", ", AnalogInputs.InternalSources)}, in the order of the target's c_AdcPortPinConfig.");
        }
    }
}
