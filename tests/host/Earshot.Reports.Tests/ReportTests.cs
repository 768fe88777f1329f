using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Earshot.Reports.Emulation;
using Earshot.Reports.Experiments;
using Earshot.Reports.Sweeps;
using Earshot.Reports.Training;
using Earshot.TestSupport;

namespace Earshot.Reports.Tests;

public sealed class ReportTests
{
    private const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"' &amp; ü";

    public static TheoryData<string, string> Reports => new()
    {
        { "emulation", string.Empty }, { "emulation", Hostile }, { "training", string.Empty }, { "training", Hostile },
        { "experiment", string.Empty }, { "experiment", Hostile }, { "sweep", string.Empty }, { "sweep", Hostile },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void Markup_does_not_depend_on_the_text(string kind, string suffix)
    {
        var document = Parse(kind, suffix, out _);
        var plain = Parse(kind, string.Empty, out _);
        Assert.Equal(plain.All.Select(element => element.TagName), document.All.Select(element => element.TagName));
        Assert.Equal(plain.All.Select(element => element.Attributes.Length), document.All.Select(element => element.Attributes.Length));
        Assert.EndsWith(suffix, document.QuerySelector("h1")!.TextContent);
        Assert.Contains(document.QuerySelectorAll("th,td"), cell => cell.TextContent == (kind == "sweep" ? $"model 1{suffix}" : $"class_3{suffix}"));
        Assert.EndsWith(suffix, document.QuerySelector("pre.command")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Nothing_is_loaded_and_only_the_named_scripts_run(string kind, string suffix)
    {
        var document = Parse(kind, suffix, out var size);
        Assert.InRange(size, 60_000, 2_000_000);
        foreach (var element in document.All)
        {
            foreach (var name in (string[])["src", "href", "srcset", "action", "data", "poster"])
            {
                Assert.True(element.GetAttribute(name)?.StartsWith("data:", StringComparison.Ordinal) ?? true, element.OuterHtml);
            }
        }

        // The only addresses are those in the notice of the chart library's licence, which nothing loads.
        Assert.DoesNotContain("://", document.Body!.InnerHtml.Replace(document.QuerySelector("script:not([type])")!.InnerHtml, string.Empty, StringComparison.Ordinal));
        Assert.DoesNotContain("url(", string.Concat(document.QuerySelectorAll("style").Select(style => style.TextContent)));
        var policy = document.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        Assert.StartsWith("default-src 'none';", policy);
        var scripts = document.QuerySelectorAll("script:not([type])").Select(script => script.TextContent).ToArray();
        Assert.Equal(3, scripts.Length);
        Assert.All(scripts, script => Assert.Contains(Sha256(script), policy));
    }

    [Fact]
    public void Tables_are_accessible()
    {
        var document = Parse("emulation", string.Empty, out _);
        Assert.All(document.QuerySelectorAll("table"), table =>
        {
            Assert.NotEmpty(table.QuerySelector("caption")!.TextContent);
            Assert.All(table.QuerySelectorAll("th"), cell => Assert.NotNull(cell.GetAttribute("scope")));
        });
        Assert.All(document.QuerySelectorAll("img"), image => Assert.NotEmpty(image.GetAttribute("alt")!));
        Assert.Equal("en", document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public void The_result_is_told_in_words_and_numbers()
    {
        var document = Parse("emulation", string.Empty, out _);
        Assert.Contains("8 of 10", document.QuerySelector(".figures")!.TextContent);
        var rows = document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr");
        Assert.Equal(10, rows.Length);
        Assert.Contains("nothing", rows[7].TextContent);
        Assert.Contains("wrong", rows[4].TextContent);
        Assert.Contains("right", rows[3].TextContent);
        Assert.Equal(10, document.QuerySelectorAll(".bands button").Length);
        Assert.Equal(9, document.QuerySelectorAll(".marker").Length);
    }

    [Fact]
    public void A_long_run_stays_small()
    {
        var report = EmulationReport.Create(Examples.Emulation(80));
        Assert.InRange(report.ToHtml().Length, 100_000, 2_000_000);
    }

    [Fact]
    public void A_run_without_sound_or_events_is_a_report_too()
    {
        var document = new HtmlParser().ParseDocument(EmulationReport.Create(new EmulationRecord
        {
            Title = "Silence",
            Board = "board",
            Labels = ["a", "b"],
            Seconds = 3,
            Command = "earshot emulate",
        }).ToHtml());
        Assert.Contains("nothing arrived", document.Body!.TextContent);
        Assert.Null(document.QuerySelector("audio"));
    }

    [Fact]
    public void The_file_is_written_as_UTF_8_and_is_the_same_each_time()
    {
        using var folder = new TemporaryFolder();
        TrainingReport.Create(Examples.Training("ü")).Write(folder.File("a", "report.html"));
        TrainingReport.Create(Examples.Training("ü")).Write(folder.File("b.html"));
        Assert.Equal(File.ReadAllBytes(folder.File("a", "report.html")), File.ReadAllBytes(folder.File("b.html")));
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(folder.File("b.html")));
    }

    private static IHtmlDocument Parse(string kind, string suffix, out int size)
    {
        var html = (kind switch
        {
            "emulation" => EmulationReport.Create(Examples.Emulation(10, suffix)),
            "training" => TrainingReport.Create(Examples.Training(suffix)),
            "experiment" => ExperimentReport.Create(Examples.Experiment(suffix)),
            _ => SweepReport.Create(Examples.Sweep(suffix)),
        }).ToHtml();
        size = html.Length;
        return new HtmlParser().ParseDocument(html);
    }

    private static string Sha256(string text) =>
        Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
