using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Earshot.Reports.Html;

/// <summary>Collects an interpolated string for <see cref="HtmlContent.Of"/>: literal parts as they are, values escaped.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlTemplate
{
    private readonly StringBuilder _markup;

    /// <summary>Called by the compiler.</summary>
    public HtmlTemplate(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + (16 * formattedCount));

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string literal) => _markup.Append(literal);

    /// <summary>Puts markup in.</summary>
    public void AppendFormatted(HtmlContent content) => _markup.Append(content);

    /// <summary>Puts escaped text in.</summary>
    public void AppendFormatted(string? text) => _markup.Append(HtmlContent.Escape(text ?? string.Empty));

    /// <summary>Puts an escaped value in, formatted independently of the user's culture.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable =>
        _markup.Append(HtmlContent.Escape(value.ToString(format, CultureInfo.InvariantCulture)));

    internal string ToMarkup() => _markup.ToString();
}
