using System.Globalization;
using Earshot.Emulator.Scenarios;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests.Scenarios;

/// <summary>An app that asks SNTP servers for the time each hour, with servers that are right, wrong or silent.</summary>
public sealed class TimeScenarioTests
{
    private static readonly DateTime PowerOn = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void TheServerKeepsAClockThatDrifts()
    {
        var result = Run("sntp: {}\nclock-drift: 2000\nduration: 6 h\n");
        var told = Told(result);
        Assert.Equal(["sntp", "sntp", "sntp", "sntp", "sntp", "sntp"], told.Select(line => line.Source));
        // 7.2 s an hour too fast, measured with whole seconds.
        Assert.Equal("unknown", told[0].Drift);
        Assert.All(told.Skip(1), line => Assert.InRange(int.Parse(line.Drift, CultureInfo.InvariantCulture), -2000 - 300, -2000 + 300));
        AssertRight(told);
    }

    [Fact]
    public void WithoutAServerTheClockGoesWrong()
    {
        var told = Told(Run("clock-drift: 2000\nduration: 6 h\n"));
        Assert.All(told, line => Assert.Equal("nobody", line.Source));
        Assert.Equal(36, told[^1].Error, 1.5);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-1)]
    public void AServerThatIsWrongByYearsIsNotBelieved(int years)
    {
        var result = Run(
            $$"""
            sntp: {}
            duration: 5 h
            faults:
              - { at: 30 min, fault: sntp-wrong, years: {{years}}, for: 3 h }
            """);
        var told = Told(result);
        Assert.Equal(["sntp", "nobody", "nobody", "nobody", "sntp"], told.Select(line => line.Source));
        // The firmware did set the clock so.
        Assert.Equal(3, result.Trace.Count(line => line.Contains("sntp: clock set to", StringComparison.Ordinal) && !line.Contains("set to 2026", StringComparison.Ordinal)));
        AssertRight(told);
    }

    [Fact]
    public void TheSecondServerHelpsWhenTheFirstIsWrong()
    {
        var result = Run(
            """
            sntp: { second-server: 1.pool.ntp.org }
            duration: 3 h
            faults:
              - { at: 30 min, fault: sntp-wrong, years: 10 }
            """);
        var told = Told(result);
        Assert.Equal(["sntp", "sntp", "sntp"], told.Select(line => line.Source));
        Assert.Contains(result.Trace, line => line.Contains("clock set to 2036", StringComparison.Ordinal));
        AssertRight(told);
    }

    [Theory]
    [InlineData("fault: sntp-outage")]
    [InlineData("fault: sntp-wrong, years: 10")]
    public void TheLoRaWanNetworkTellsTheTimeWhenTheServerDoesNot(string fault)
    {
        var result = Run(
            $$"""
            sntp: {}
            radio: { modem: rak3172 }
            clock-drift: 2000
            duration: 5 h
            faults:
              - { at: 30 min, {{fault}}, for: 2 h }
            """);
        var told = Told(result);
        Assert.Equal(["sntp", "network", "network", "sntp", "sntp"], told.Select(line => line.Source));
        AssertRight(told);
    }

    [Fact]
    public void RandomErrorsOfTheServerDoNotReachTheClock()
    {
        var result = Run("sntp: { second-server: 1.pool.ntp.org }\nduration: 2 d\nseed: 3\nrandom-faults: { sntp-errors: 12 }\n");
        Assert.InRange(result.Faults.Count, 3, 24);
        var told = Told(result);
        Assert.InRange(told.Count, 45, 48);
        AssertRight(told);
    }

    // Whole seconds, and what a clock that is 2000 ppm off makes of the time until it is printed.
    private static void AssertRight(IEnumerable<(string Source, string Drift, double Error, double UptimeError)> told) => Assert.All(told, line =>
    {
        Assert.InRange(line.Error, -2.2, 1.2);
        Assert.InRange(line.UptimeError, -50, 50);
    });

    private static IReadOnlyList<(string Source, string Drift, double Error, double UptimeError)> Told(ScenarioResult result) =>
    [
        .. result.Console.Select(entry => (entry.Time, Words: entry.Line.Split(' '))).Where(entry => entry.Words.Length == 7).Select(entry => (
            entry.Words[0],
            entry.Words[6],
            (DateTime.Parse($"{entry.Words[1]} {entry.Words[2]}Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) - (PowerOn + entry.Time)).TotalSeconds,
            int.Parse(entry.Words[4], CultureInfo.InvariantCulture) - entry.Time.TotalSeconds)),
    ];

    private static ScenarioResult Run(string yaml)
    {
        var app = Path.Combine(AppContext.BaseDirectory, "timekeeping", "Earshot.Timekeeping.dll");
        var file = ScenarioFile.Parse(yaml + $"\napp: '{app}'\n", "time.yaml");
        using var node = new ScenarioNode(file, new ScenarioSettings());
        var result = node.Run(TimeSpan.FromHours(1));
        Assert.True(result.Outcome == RunOutcome.TimeReached, result.Failure ?? string.Join('\n', node.Board.Waiting));
        return result;
    }
}
