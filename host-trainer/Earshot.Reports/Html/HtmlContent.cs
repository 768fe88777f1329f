using System.Text.Encodings.Web;

namespace Earshot.Reports.Html;

/// <summary>
/// Markup that is safe to put into a page. It can only be made through <see cref="Of"/>, whose interpolated values are
/// escaped, so that a label or a file name is never taken for markup.
/// </summary>
public sealed class HtmlContent
{
    private readonly string _markup;

    private HtmlContent(string markup) => _markup = markup;

    /// <summary>Nothing.</summary>
    public static HtmlContent Empty { get; } = new(string.Empty);

    /// <summary>Markup from a literal template; the values in its holes are escaped unless they are markup themselves.</summary>
    public static HtmlContent Of(HtmlTemplate template) => new(template.ToMarkup());

    /// <summary>Several pieces one after another.</summary>
    public static HtmlContent Join(IEnumerable<HtmlContent> parts) => new(string.Concat(parts.Select(part => part._markup)));

    /// <summary>Text, escaped.</summary>
    public static HtmlContent Text(string text) => new(Escape(text));

    /// <inheritdoc/>
    public override string ToString() => _markup;

    /// <summary>Takes text that is known to be markup, such as the embedded style sheet.</summary>
    internal static HtmlContent Trusted(string markup) => new(markup);

    internal static string Escape(string text) => HtmlEncoder.Default.Encode(text);
}
