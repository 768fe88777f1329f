using Earshot.Deployment.Checks;
using Earshot.Deployment.Plans;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows a checklist.</summary>
internal static class FindingsOutput
{
    /// <summary>Prints a line for each finding, and the remedy below what is wrong.</summary>
    public static void Show(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var (colour, mark) = finding.State switch
            {
                FindingState.Good => ("green", "ok   "),
                FindingState.Warning => ("yellow", "?    "),
                _ => ("red", "WRONG"),
            };
            AnsiConsole.Markup($"[{colour}]{mark}[/] ");
            Console.WriteLine($"{finding.Subject,-9}{finding.Text}");
            if (finding.Remedy.Length > 0)
            {
                Console.WriteLine($"      {"",-9}{finding.Remedy}");
            }
        }
    }

    /// <summary>Ends the command when something is wrong.</summary>
    /// <exception cref="InputException">Something is.</exception>
    public static void Refuse(IReadOnlyList<Finding> findings)
    {
        Finding[] bad = [.. findings.Where(finding => finding.State == FindingState.Bad)];
        if (bad.Length > 0)
        {
            throw new InputException(
                bad[0].Subject,
                bad[0].Text + (bad.Length > 1 ? FormattableString.Invariant($" And {bad.Length - 1} more are wrong, see above.") : "") + " Nothing was flashed.",
                bad[0].Remedy);
        }
    }

    /// <summary>The same as data.</summary>
    public static object Json(DeploymentRequest request, IReadOnlyList<Finding> findings) => new
    {
        Board = request.Board.Target,
        IsSound = findings.All(finding => finding.State != FindingState.Bad),
        Findings = findings.Select(finding => new { finding.Subject, State = finding.State.ToString().ToLowerInvariant(), finding.Text, finding.Remedy }),
    };
}
