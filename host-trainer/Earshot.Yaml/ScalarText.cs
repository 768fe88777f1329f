using System.Globalization;

namespace Earshot.Yaml;

/// <summary>Single values as words of a YAML file, the same in every culture.</summary>
public static class ScalarText
{
    /// <summary>Reads a value.</summary>
    public static bool TryParse(Type type, string text, out object? value)
    {
        value = type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(bool) => text is "true" ? true : text is "false" ? false : null,
            _ when type == typeof(float) => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var single) && float.IsFinite(single) ? single : null,
            _ when type == typeof(double) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real : null,
            _ when type == typeof(TimeSpan) => DurationText.Parse(text),
            _ when type == typeof(DateTime) => ParseInstant(text),
            _ when type.IsEnum => ParseWord(type, text),
            _ => ParseInteger(type, text),
        };
        return value is not null;
    }

    /// <summary>Writes a value so that <see cref="TryParse"/> reads the same.</summary>
    public static string Format(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        Enum word => ConfigurationKeys.Name(word.ToString()),
        string text => Quote(text),
        TimeSpan time => DurationText.Format(time),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"An option of type {value.GetType()} cannot be written."),
    };

    /// <summary>What kind of value is expected, for errors.</summary>
    public static string Describe(Type type) => type switch
    {
        _ when type == typeof(string) => "a text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(float) || type == typeof(double) => "a number such as 0.5 or 4e-3",
        _ when type == typeof(TimeSpan) => "a time such as 2.5 s, 200 ms, 15 min or 1 h 30 min",
        _ when type == typeof(DateTime) => "a UTC date and time such as 2026-01-31 23:59:00",
        _ when type.IsEnum => "one of: " + string.Join(", ", Enum.GetNames(type).Select(ConfigurationKeys.Name)),
        _ when type == typeof(ulong) || type == typeof(uint) => "a whole number of at least 0",
        _ => "a whole number",
    };

    private static object? ParseWord(Type type, string text) => Enum.GetNames(type)
        .Where(name => ConfigurationKeys.Name(name) == text.ToLowerInvariant() || string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
        .Select(name => Enum.Parse(type, name))
        .FirstOrDefault();

    private static object? ParseInstant(string text) =>
        DateTime.TryParseExact(
            text.TrimEnd('Z').Replace('T', ' '),
            ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant)
            ? instant
            : null;

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
