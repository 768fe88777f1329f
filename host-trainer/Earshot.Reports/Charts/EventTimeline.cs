using Earshot.Reports.Html;

namespace Earshot.Reports.Charts;

/// <summary>
/// One time axis for everything: what was played, what arrived, the scores, the level, the waveform and the spectrogram.
/// A click on what was played starts the page's sound there.
/// </summary>
/// <param name="Title">What it shows.</param>
/// <param name="Seconds">Length of the axis.</param>
/// <param name="Bands">What was played.</param>
/// <param name="Markers">What arrived.</param>
public sealed record EventTimeline(
    string Title, double Seconds, IReadOnlyList<TimelineBand> Bands, IReadOnlyList<TimelineMarker> Markers) : IReportSection
{
    private const int Columns = 1200;

    /// <summary>The scores of each class over time, 0 to 1.</summary>
    public TimeSeries? Scores { get; init; }

    /// <summary>The sound level over time, in dB(A).</summary>
    public TimeSeries? Levels { get; init; }

    /// <summary>The sound, mono.</summary>
    public short[]? Samples { get; init; }

    /// <summary>Samples per second of the sound, in Hz.</summary>
    public int SampleRate { get; init; } = Audio.SampleRates.Model;

    /// <inheritdoc/>
    public HtmlContent Render()
    {
        var tracks = new List<HtmlContent>
        {
            Track("played", HtmlContent.Empty, HtmlContent.Join(Bands.Select(Band)), "bands"),
            Track("arrived", HtmlContent.Empty, Markers.Count == 0
                ? HtmlContent.Of($"<p class=\"nothing\">nothing arrived</p>")
                : HtmlContent.Join(TimelineLanes.Assign(Markers, Seconds).Select(placed => Marker(placed.Marker, placed.Lane))), "markers"),
        };
        AddPlot(tracks, "score", Scores, 0, 1);
        AddPlot(tracks, "dB(A)", Levels, null, null);
        if (Samples is { Length: > 0 })
        {
            var (picture, axis) = SpectrogramImage.Render(Samples, SampleRate, Columns);
            tracks.Add(Track("sound", HtmlContent.Empty, Waveform.Render(Samples, Columns), "wave"));
            tracks.Add(Track("Hz", axis, picture, "spectrum"));
        }

        return HtmlContent.Of(
            $"<figure class=\"timeline\" data-seconds=\"{Seconds:F3}\"><figcaption>{Title}</figcaption><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Title}\"><div class=\"tracks\">{HtmlContent.Join(tracks)}{Axis()}<div class=\"playhead\" hidden></div></div></div></figure>");
    }

    private static HtmlContent Track(string name, HtmlContent axis, HtmlContent content, string kind) => HtmlContent.Of(
        $"<div class=\"track {kind}\"><div class=\"name\">{name}{axis}</div><div class=\"area\">{content}</div></div>");

    private void AddPlot(List<HtmlContent> tracks, string name, TimeSeries? series, double? least, double? most)
    {
        if (series is null)
        {
            return;
        }

        var reduced = series.Reduce(Columns / 2);
        var data = EmbeddedData.Of(new
        {
            Seconds,
            Least = least,
            Most = most,
            Positions = reduced.Positions.Select(value => EmbeddedData.Short(value, 6)),
            Series = reduced.Series.Select((line, i) => new
            {
                line.Name,
                Color = Palette.Color(line.Color ?? i),
                Values = line.Values.Select(value => EmbeddedData.Short(value, 3)),
            }),
        });
        tracks.Add(HtmlContent.Of(
            $"<div class=\"track plotted\" data-chart=\"track\"><div class=\"name\">{name}</div><div class=\"plot\" role=\"img\" aria-label=\"{name} over time\"></div>{data}</div>"));
    }

    private HtmlContent Band(TimelineBand band) => HtmlContent.Of(
        $"<button type=\"button\" data-start=\"{band.StartSeconds:F3}\" title=\"{band.Label}, {band.StartSeconds:F1} s to {band.EndSeconds:F1} s\" style=\"left:{Percent(band.StartSeconds):F3}%;width:{Percent(band.EndSeconds - band.StartSeconds):F3}%;--color:{Palette.Color(band.Color)}\"><span>{band.Label}</span></button>");

    private HtmlContent Marker(TimelineMarker marker, int lane)
    {
        var (mark, spoken) = marker.Right switch
        {
            true => ("✓", "right"),
            false => ("✗", "wrong"),
            null => ("•", "arrived"),
        };
        var side = Percent(marker.Seconds) > 85 ? "leftward" : "rightward";
        return HtmlContent.Of(
            $"<div class=\"marker {spoken} {side}\" title=\"{marker.Label} at {marker.Seconds:F2} s\" style=\"left:{Percent(marker.Seconds):F3}%;--lane:{lane};--color:{Palette.Color(marker.Color)}\"><span><b aria-label=\"{spoken}\">{mark}</b> {marker.Label}</span></div>");
    }

    private HtmlContent Axis()
    {
        var step = TimelineLanes.TickSeconds(Seconds);
        var ticks = Enumerable.Range(0, (int)(Seconds / step) + 1).Select(
            i => HtmlContent.Of($"<span style=\"left:{Percent(i * step):F3}%\">{i * step:0.##} s</span>"));
        return HtmlContent.Of($"<div class=\"track time\"><div class=\"name\"></div><div class=\"area\">{HtmlContent.Join(ticks)}</div></div>");
    }

    private double Percent(double seconds) => 100 * seconds / Seconds;
}
