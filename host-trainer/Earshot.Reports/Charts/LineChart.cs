using System.Globalization;
using Earshot.Reports.Html;
using Earshot.Reports.Sections;

namespace Earshot.Reports.Charts;

/// <summary>Lines over a common axis, such as training curves. The values can be unfolded as a table.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="HorizontalName">The name of the horizontal axis with its unit.</param>
/// <param name="Positions">Ascending positions on the horizontal axis.</param>
/// <param name="Series">The lines.</param>
public sealed record LineChart(string Title, string HorizontalName, IReadOnlyList<double> Positions, IReadOnlyList<LineSeries> Series) : IReportSection
{
    /// <summary>The name of the left axis.</summary>
    public string LeftName { get; init; } = string.Empty;

    /// <summary>The name of the right axis; there is one where a line is on it.</summary>
    public string RightName { get; init; } = string.Empty;

    /// <summary>The ends of the left axis; null lets the values decide.</summary>
    public (double Least, double Most)? LeftRange { get; init; }

    /// <summary>Whether the horizontal axis is logarithmic; all positions are above zero then.</summary>
    public bool IsLogarithmic { get; init; }

    /// <inheritdoc/>
    public HtmlContent Render()
    {
        var data = EmbeddedData.Of(new
        {
            HorizontalName,
            LeftName,
            RightName,
            LeftRange = LeftRange is { } range ? new[] { range.Least, range.Most } : null,
            IsLogarithmic,
            Positions = Positions.Select(value => EmbeddedData.Short(value, 6)),
            Series = Series.Select((series, i) => new
            {
                series.Name,
                series.OnRight,
                series.IsDashed,
                series.IsPoints,
                series.IsStepped,
                series.Names,
                Color = Palette.Color(series.Color ?? i),
                Values = series.Values.Select(value => EmbeddedData.Short(value)),
            }),
        });
        return HtmlContent.Of(
            $"<figure class=\"chart\" data-chart=\"lines\"><figcaption>{Title}</figcaption><div class=\"plot\" role=\"img\" aria-label=\"{Title}; the values are in the table below\"></div>{data}<details><summary>Values as a table</summary>{Table().Render()}</details></figure>");
    }

    private DataTable Table() => new(
        Title,
        [new TableColumn(HorizontalName, IsNumber: true), .. Series.Select(series => new TableColumn(series.Name, IsNumber: true))],
        [.. Positions.Select((position, i) => (IReadOnlyList<string>)[Format(position), .. Series.Select(series => Format(series.Values[i]))])]);

    private static string Format(double value) =>
        EmbeddedData.Short(value)?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–";
}
