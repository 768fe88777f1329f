using System.Globalization;

namespace Earshot.Experiments.Configuration;

/// <summary>Single values as words of a YAML file, the same in every culture.</summary>
internal static class ScalarText
{
    /// <summary>Reads a value.</summary>
    internal static bool TryParse(Type type, string text, out object? value)
    {
        value = type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => text is "true" ? true : text is "false" ? false : null,
            _ when type == typeof(float) => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var single) && float.IsFinite(single) ? single : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : null,
            _ when type.IsEnum => ParseWord(type, text),
            _ => ParseInteger(type, text),
        };
        return value is not null;
    }

    /// <summary>Writes a value so that <see cref="TryParse"/> reads the same.</summary>
    internal static string Format(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        Enum word => ConfigurationKeys.Name(word.ToString()),
        string text => Quote(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"An option of type {value.GetType()} cannot be written."),
    };

    /// <summary>What kind of value is expected, for errors.</summary>
    internal static string Describe(Type type) => type switch
    {
        _ when type == typeof(string) => "a text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(float) || type == typeof(double) => "a number such as 0.5 or 4e-3",
        _ when type.IsEnum => "one of: " + string.Join(", ", Enum.GetNames(type).Select(ConfigurationKeys.Name)),
        _ when type == typeof(ulong) || type == typeof(uint) => "a whole number of at least 0",
        _ => "a whole number",
    };

    private static object? ParseWord(Type type, string text) => Enum.GetNames(type)
        .Where(name => ConfigurationKeys.Name(name) == text.ToLowerInvariant() || string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
        .Select(name => Enum.Parse(type, name))
        .FirstOrDefault();

    private static object? ParseInteger(Type type, string text)
    {
        try
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var signed)
                ? Convert.ChangeType(signed, type, CultureInfo.InvariantCulture)
                : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unsigned)
                    ? Convert.ChangeType(unsigned, type, CultureInfo.InvariantCulture)
                    : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>In double quotes unless it is a plain word that YAML cannot take for anything else.</summary>
    private static string Quote(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '/' or '_')
            && text is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off")
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
