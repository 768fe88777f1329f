using System.Text.Json;
using AngleSharp.Html.Parser;
using Earshot.Reports.Boards;
using Earshot.Reports.Charts;
using Earshot.Reports.Classification;
using Earshot.Reports.Experiments;
using Earshot.Reports.Sweeps;
using Earshot.Reports.Training;

namespace Earshot.Reports.Tests;

public sealed class ChartTests
{
    [Fact]
    public void A_Pareto_chart_is_in_order_of_cost_and_its_line_never_falls()
    {
        using var data = Data(new ParetoChart(
            "Accuracy against MACs", "MACs", [new("c", 90_000, 0.8, false), new("a", 1000, 0.7, true), new("b", 3000, 0.9, true)]));
        Assert.True(data.RootElement.GetProperty("isLogarithmic").GetBoolean());
        Assert.Equal([1000, 3000, 90_000], Numbers(data.RootElement.GetProperty("positions")));
        var series = data.RootElement.GetProperty("series").EnumerateArray().ToArray();
        Assert.Equal([70, 90, 90], Numbers(series[0].GetProperty("values")));
        Assert.Equal([70, 90, null], Numbers(series[1].GetProperty("values")));
        Assert.Equal([null, null, 80], Numbers(series[2].GetProperty("values")));
        Assert.Equal(["a", "b", "c"], series[2].GetProperty("names").EnumerateArray().Select(name => name.GetString()));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.25, 0.75)]
    [InlineData(0.5, 1)]
    [InlineData(1, 1)]
    public void A_characteristic_is_read_between_its_points(double falsePositives, double expected) =>
        Assert.Equal(expected, new ClassCurve("a", [(0, 0), (0, 0.5), (0.5, 1), (1, 1)], 0.875).At(falsePositives), 9);

    [Fact]
    public void Calibration_error_is_weighted_by_clips()
    {
        // (10 · 0.1 + 30 · 0.1) / 40 and (10 · 0.1 + 30 · 0.3) / 40
        var report = TrainingReport.Create(Examples.Training() with
        {
            Reliability = [new ReliabilityBin(0.4, 0.5, 10), new ReliabilityBin(0.9, 0.6, 30)],
        }).ToHtml();
        Assert.Contains("calibration error 25.0 points", report);
    }

    [Fact]
    public void A_board_that_is_too_slow_or_too_small_is_marked()
    {
        var fits = Examples.Boards()[0];
        Assert.True(fits.Fits);
        Assert.False((fits with { CpuShare = 1.01 }).Fits);
        Assert.False((fits with { FlashBytes = fits.PackBytes - 1 }).Fits);
        Assert.False((fits with { RamBytes = fits.ArenaBytes - 1 }).Fits);
        var document = new HtmlParser().ParseDocument(TrainingReport.Create(Examples.Training()).ToHtml());
        Assert.Equal("✗ no", document.QuerySelector("tr.bad td.verdict")!.TextContent);
        Assert.Equal("✓ yes", document.QuerySelector("tr.good td.verdict")!.TextContent);
    }

    [Fact]
    public void An_experiment_shows_a_curve_for_each_training()
    {
        var document = new HtmlParser().ParseDocument(ExperimentReport.Create(Examples.Experiment()).ToHtml());
        var charts = document.QuerySelectorAll(".chart").ToDictionary(chart => chart.QuerySelector("figcaption")!.TextContent);
        using var loss = JsonDocument.Parse(charts["Training loss"].QuerySelector("script")!.TextContent);
        var series = loss.RootElement.GetProperty("series").EnumerateArray().ToArray();
        Assert.Equal(["fold 1", "fold 2"], series.Select(line => line.GetProperty("name").GetString()));
        Assert.Equal(40, series[1].GetProperty("values").GetArrayLength());
        Assert.Equal(33, Numbers(series[1].GetProperty("values")).Count(value => value is null));
        Assert.Contains("Validation accuracy", charts.Keys);
        Assert.Contains("Reliability", charts.Keys);
    }

    [Fact]
    public void A_sweep_shows_its_front_for_every_cost()
    {
        var document = new HtmlParser().ParseDocument(SweepReport.Create(Examples.Sweep()).ToHtml());
        Assert.Equal(2, document.QuerySelectorAll(".chart").Length);
        var tables = document.QuerySelectorAll("section > .scroll > table");
        Assert.Equal(["0004", "0002", "0001"], tables[0].QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Equal(["0004", "0003", "0002", "0001"], tables[1].QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
        Assert.Contains("it does not fit", tables[2].TextContent);
    }

    private static JsonDocument Data(IReportSection section) =>
        JsonDocument.Parse(new HtmlParser().ParseDocument(section.Render().ToString()).QuerySelector("script")!.TextContent);

    private static double?[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble())];
}
