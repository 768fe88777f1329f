using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Earshot.Emulator.Scenarios;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests.Golden;

/// <summary>
/// Runs two scenarios and compares their traces with those in the repository: whatever machine runs the tests compares itself with every
/// other one. A change of the emulator that is meant to change traces replaces the files by those that the failed tests name.
/// </summary>
public sealed class GoldenTraceTests
{
    private static readonly string Folder = Path.Combine(RepositoryLayout.Root, "tests", "emulator", "Earshot.Emulator.Tests", "Golden");

    [Theory]
    [InlineData("sound")]
    [InlineData("radio")]
    public void TheTraceIsThatOfEveryMachine(string scenario) => Compare(scenario, Run(scenario));

    [Fact]
    public void TheTraceIsThatOfEveryCulture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Strange();
            Assert.Equal("~1,5", (-1.5).ToString(CultureInfo.CurrentCulture));
            Compare("sound", Run("sound"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // No culture of a system has more than one of these; the tests run where systems have no cultures, too.
    private static CultureInfo Strange()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "~";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = "h";
        culture.DateTimeFormat.Calendar = new GregorianCalendar(GregorianCalendarTypes.Localized);
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yy";
        culture.DateTimeFormat.LongTimePattern = "H.mm";
        return culture;
    }

    private static void Compare(string scenario, string trace)
    {
        var path = Path.Combine(Folder, scenario + ".trace");
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (trace == expected)
        {
            return;
        }

        var actual = Path.Combine(AppContext.BaseDirectory, scenario + ".trace");
        File.WriteAllText(actual, trace);
        var (ours, theirs) = (trace.Split('\n'), expected.Split('\n'));
        var line = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail(
            $"""
            {scenario}: the trace has SHA-256 {Hash(trace)}, the one in the repository {Hash(expected)}. They differ from line {line + 1} on:
              here       {ours.ElementAtOrDefault(line)}
              repository {theirs.ElementAtOrDefault(line)}
            If the change is meant, copy {actual} to {path}. If nothing was changed, this machine or its compiler does something else.
            """);
    }

    private static string Run(string scenario)
    {
        // A pack that is built anew would have its own machine's rounding in it.
        var model = Path.Combine(Folder, "tones.earshot");
        var app = Path.Combine(AppContext.BaseDirectory, "traced", "Earshot.Traced.dll");
        var yaml = File.ReadAllText(Path.Combine(Folder, scenario + ".yaml"));
        var file = ScenarioFile.Parse(yaml + $"\napp: '{app}'\n", scenario + ".yaml", model);
        using var node = new ScenarioNode(file, new ScenarioSettings { DeployedModel = File.ReadAllBytes(model) });
        var result = node.Run(TimeSpan.FromSeconds(3));
        Assert.True(result.Outcome == RunOutcome.TimeReached, result.Failure ?? string.Join('\n', node.Board.Waiting));
        var energy = result.Energy.Select(share => FormattableString.Invariant($"energy {share.Component} {share.State} {share.Time.Ticks} {BitConverter.DoubleToInt64Bits(share.Coulombs):X16}"));
        return string.Join('\n', result.Trace.Concat(energy)) + "\n";
    }

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
