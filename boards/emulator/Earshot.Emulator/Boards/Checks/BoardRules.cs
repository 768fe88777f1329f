using System.Globalization;
using System.Text.RegularExpressions;

namespace Earshot.Emulator.Boards.Checks;

/// <summary>What a field must be; what is not so is an error that names file, line, field and remedy.</summary>
/// <param name="file">The file, for messages.</param>
/// <param name="lines">Finds lines of fields.</param>
internal sealed partial class BoardRules(string file, BoardFieldLines lines)
{
    /// <summary>Requires a condition.</summary>
    /// <exception cref="InputException">It does not hold.</exception>
    public void Require(bool condition, string field, string problem, string remedy)
    {
        if (!condition)
        {
            throw new InputException(file, string.Create(CultureInfo.InvariantCulture, $"line {lines.Of(field)}: field {field} {problem}."), remedy);
        }
    }

    /// <summary>Requires a text.</summary>
    public void Text(string field, string value) => Require(value.Length > 0, field, "is missing", "Add it.");

    /// <summary>Requires a number within bounds.</summary>
    public void Range(string field, double value, double least, double most) => Require(
        value >= least && value <= most,
        field,
        string.Create(CultureInfo.InvariantCulture, $"is {value}"),
        string.Create(CultureInfo.InvariantCulture, $"Give a number from {least} to {most}."));

    /// <summary>Requires an address from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public void Address(string field, long value, long least, long most) => Require(
        value >= least && value <= most,
        field,
        string.Create(CultureInfo.InvariantCulture, $"is 0x{value:X8}"),
        string.Create(CultureInfo.InvariantCulture, $"Give an address from 0x{least:X8} to 0x{most:X8}."));

    /// <summary>Requires the name of a pin.</summary>
    public void Pin(string field, string value) => Require(PinName().IsMatch(value), field, $"is '{value}'", "Give an STM32 pin such as PA0.");

    [GeneratedRegex("^P[A-K]([0-9]|1[0-5])$")]
    private static partial Regex PinName();
}
