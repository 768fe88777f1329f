using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Tests;

/// <summary>What the scenario app talks to.</summary>
public sealed class ScenarioHost(string scenario)
{
    public string Scenario { get; } = scenario;

    public List<(long Time, string Text)> Reports { get; } = [];

    public string[] Texts => [.. Reports.Select(report => report.Text)];
}

[NativeHalfOf("Earshot.Scenarios.Host")]
public static class ScenarioNatives
{
    public static string Scenario() => EmulatedBoard.Current.Get<ScenarioHost>().Scenario;

    public static void Report(string text)
    {
        var board = EmulatedBoard.Current;
        board.Get<ScenarioHost>().Reports.Add((board.Scheduler.Now, text));
        board.Trace.Write("report", text);
    }
}
