using Spectre.Console;

namespace Earshot.FieldTrials.Delivery;

/// <summary>Shows what became of a node's messages.</summary>
public static class DeliveryReport
{
    private const int Shown = 12;

    /// <summary>Writes the result of an outage.</summary>
    public static void Write(IAnsiConsole console, OutageResult result)
    {
        Write(console, result.Findings);
        console.WriteLine($"Delivered after the outage: {result.DeliveredAfterwards}; caught up after {result.CaughtUpAfter?.TotalHours.ToString("F0", null) ?? "more than 72"} h; starts {result.Boots}; refused messages: {(result.Lost ? "yes" : "none")}");
        console.WriteLine("Periods between summaries that are not told, minutes: " + List(result.Findings.Gaps));
        foreach (var (band, share) in result.DutyCycles)
        {
            console.WriteLine(FormattableString.Invariant($"{band.Name}: {share:P3} of the fullest hour on the air, {band.DutyCycle:P1} allowed"));
        }

        Close(console, result.IsMet);
    }

    /// <summary>Writes the result of brown-outs.</summary>
    public static void Write(IAnsiConsole console, BrownOutResult result)
    {
        Write(console, result.Findings);
        console.WriteLine(FormattableString.Invariant($"Brown-outs: {result.BrownOuts} in {result.Duration.TotalHours:F1} h, {result.BeforeStart} of them before the app had started again; starts: {result.Starts}; came as far as listening {result.Listened} times; planned and never come: {List(result.NeverCame)}"));
        console.WriteLine($"Settings by downlink answered: {result.SettingsApplied}; forgotten: {List(result.Findings.ForgottenSettings)}");
        console.WriteLine($"Died of an exception after brown-out: {List(result.Dead)}; storage or messages lost by its own account: {(result.StorageFailed ? "yes" : "no")}");
        Close(console, result.IsMet);
    }

    private static void Write(IAnsiConsole console, DeliveryFindings findings)
    {
        console.WriteLine($"Messages: {findings.Messages}; arrived again under the same number and content: {findings.Repeated}");
        console.WriteLine($"Missing: {List(findings.Missing)}; two contents: {List(findings.Conflicting)}; out of order: {List(findings.OutOfOrder)}");
    }

    private static void Close(IAnsiConsole console, bool isMet) => console.WriteLine(isMet ? "met" : "NOT MET");

    private static string List<T>(IReadOnlyCollection<T> values) => values.Count == 0
        ? "none"
        : $"{values.Count} ({string.Join(", ", values.Take(Shown))}{(values.Count > Shown ? ", …" : "")})";
}
