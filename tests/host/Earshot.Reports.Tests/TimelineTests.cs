using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Earshot.Reports.Charts;
using Earshot.Reports.Timeline;

namespace Earshot.Reports.Tests;

public sealed class TimelineTests
{
    private const string Hostile = "</script><script>alert(1)</script>\"' &amp; ü";

    [Theory]
    [InlineData("")]
    [InlineData(Hostile)]
    public void Nothing_is_loaded_and_text_stays_text(string suffix)
    {
        var page = Page(40, suffix);
        Assert.DoesNotContain(page.All, element => element.GetAttribute("src") is { } source && !source.StartsWith("data:", StringComparison.Ordinal));
        Assert.Equal(3, page.QuerySelectorAll("script:not([type])").Length);
        var data = Data(page);
        Assert.Equal($"siren{suffix}", data.GetProperty("lanes")[0].GetProperty("spans")[0].GetProperty("text").GetString());
        Assert.Equal(40, data.GetProperty("seconds").GetDouble());
        Assert.StartsWith("data:image/png;base64,", data.GetProperty("spectrum").GetProperty("image").GetString());
        Assert.Equal("met", page.QuerySelector("tr.good td.verdict")!.TextContent);
        Assert.Equal("not met", page.QuerySelector("tr.bad td.verdict")!.TextContent);
        Assert.NotNull(page.QuerySelector("audio"));
        Assert.Equal(5, page.QuerySelectorAll("button[data-zoom]").Length);
    }

    [Fact]
    public void A_day_fits_a_page_and_no_peak_is_lost()
    {
        var page = Page(86400, "");
        Assert.InRange(page.Source.Text.Length, 100_000, 3_000_000);
        var plot = Data(page).GetProperty("plots")[0];
        var values = plot.GetProperty("series")[0].GetProperty("values").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        Assert.InRange(values.Length, 2000, 6000);
        Assert.Equal(1, values.Max());
        Assert.Equal(-1, values.Min());
        Assert.Single(values, value => value == 1);
        var wave = Data(page).GetProperty("wave");
        Assert.InRange(wave.GetProperty("most").GetArrayLength(), 2000, 6000);
        Assert.Equal(0.999, wave.GetProperty("most").EnumerateArray().Max(value => value.GetDouble()), 0.002);
        Assert.Equal(86400, wave.GetProperty("most").GetArrayLength() * wave.GetProperty("each").GetDouble(), 100.0);
    }

    private static JsonElement Data(IHtmlDocument page) =>
        JsonDocument.Parse(page.QuerySelector("figure.zoomable script[type='application/json']")!.TextContent).RootElement;

    private static IHtmlDocument Page(double seconds, string suffix)
    {
        var count = (int)(seconds * 2);
        double[] positions = [.. Enumerable.Range(0, count).Select(index => index / 2.0)];
        // One peak and one trough among a hundred thousand zeros.
        double[] values = [.. positions.Select(time => time == seconds / 4 ? 1.0 : time == seconds / 2 ? -1.0 : 0.0)];
        var stretches = Enumerable.Range(0, count).Select(index => ((short)-100, index == 7 ? (short)32700 : (short)100)).ToArray();
        var report = TimelineReport.Create(new TimelineRecord
        {
            Title = "night" + suffix,
            Subtitle = "for a test",
            Timeline = new ZoomableTimeline(
                "all",
                seconds,
                [new TimelineLane("played", [new TimelineSpan(1, 2, "siren" + suffix, SpanColor.Class)]), new TimelineLane("radio", [.. positions.Select(time => new TimelineSpan(time, time, "67 B", SpanColor.Accent))])],
                [new TimelinePlot("score", new TimeSeries(positions, [new LineSeries("siren" + suffix, values)]), 0, 1)])
            {
                Envelope = new SoundEnvelope(stretches, 0.5),
                Samples = Examples.Tone(16000, 0.1),
            },
            Verdicts = [(["a siren", "met", "1 s", "siren", "line 3"], true), (["a dog", "not met", "2 s", "nothing", "line 4"], false)],
            Command = "earshot emulate night.yaml" + suffix,
        });
        return new HtmlParser().ParseDocument(report.ToHtml());
    }
}
