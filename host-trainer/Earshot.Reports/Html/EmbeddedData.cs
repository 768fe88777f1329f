using System.Text.Json;

namespace Earshot.Reports.Html;

/// <summary>Data for the page's script, as JSON in a block that is not executed.</summary>
internal static class EmbeddedData
{
    // The default encoder writes <, > and & as escapes, so no text can close the block.
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static HtmlContent Of<T>(T data) =>
        HtmlContent.Trusted($"<script type=\"application/json\">{JsonSerializer.Serialize(data, Options)}</script>");

    /// <summary>A number rounded so that it takes few characters; not a number becomes a gap.</summary>
    public static double? Short(double value, int significantDigits = 4)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return double.IsFinite(value) ? 0 : null;
        }

        var digits = significantDigits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return digits is >= 0 and <= 15 ? Math.Round(value, digits) : value;
    }
}
