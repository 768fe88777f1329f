using Earshot.Cli.Emulation;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Soak;
using Earshot.Yaml;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows what a soak did.</summary>
internal static class SoakOutput
{
    /// <summary>Prints what was found in a node, as soon as it is known.</summary>
    public static void ShowFindings(SoakNodeResult node)
    {
        foreach (var finding in node.Findings)
        {
            AnsiConsole.Markup("[red]found[/] ");
            // Not wrapped: a line is one finding for whoever searches the output.
            Console.Out.WriteLine(
                $"node {finding.Node} at {VirtualTime.Format(VirtualTime.From(finding.Time))}: {ConfigurationKeys.Name(finding.Kind.ToString())}: {finding.Text}");
        }
    }

    /// <summary>Prints the sums.</summary>
    public static void Show(SoakSummary summary, RunClock clock)
    {
        var table = new Table().RoundedBorder().AddColumn("Fault").AddColumn(new TableColumn("Times").RightAligned());
        foreach (var (fault, count) in summary.Faults)
        {
            table.AddRow(fault, FormattableString.Invariant($"{count}"));
        }

        AnsiConsole.Write(table);
        Console.Out.WriteLine(FormattableString.Invariant(
            $"{summary.Nodes} nodes, {summary.Hours:0} virtual hours, {summary.Boots} starts ({string.Join(", ", summary.Causes.Select(cause => FormattableString.Invariant($"{cause.Key} {cause.Value}")))}), {summary.Joins} joins."));
        Console.Out.WriteLine(FormattableString.Invariant(
            $"Accepted {summary.Accepted} messages, {summary.AcceptedEvents} of them events; delivered {summary.Delivered} and {summary.DeliveredEvents}; {summary.Repeated} again under their old number, {summary.Completed} that a reset had caught on their way in, {summary.Garbled} garbled by noise between board and modem; {summary.Refused} refused, {summary.Merged} merged, {summary.Waiting} waiting. The longest wait was {summary.LongestWaitHours:0.0} h."));
        Console.Out.WriteLine(FormattableString.Invariant(
            $"{summary.RejectedFrames} frames rejected, {summary.DownlinksAnswered} downlinks answered. {clock.FactorOf(TimeSpan.FromHours(summary.Hours)):0} × real time."));
        AnsiConsole.MarkupLine(summary.Findings.Count == 0 ? "[green]Nothing found.[/]" : $"[red]{summary.Findings.Count} findings.[/]");
    }
}
