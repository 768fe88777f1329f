using Earshot.Deployment.Plans;
using Earshot.Deployment.Tools;

namespace Earshot.Cli.Output;

/// <summary>Shows commands before they run, and what they print.</summary>
internal static class DeploymentOutput
{
    /// <summary>Prints every command.</summary>
    public static void Commands(IEnumerable<NanoffCommand> commands)
    {
        foreach (var command in commands)
        {
            Console.WriteLine($"To {command.Purpose}:");
            Console.WriteLine($"  {command}");
        }
    }

    /// <summary>Runs one of them.</summary>
    /// <exception cref="InputException">It failed.</exception>
    public static ProgramOutcome Run(NanoffTool nanoff, NanoffCommand command, CancellationToken token)
    {
        Console.WriteLine($"> {command}");
        return nanoff.Run(command, line => Console.WriteLine($"  {line}"), token);
    }

    /// <summary>The plan as data.</summary>
    public static object Json(DeploymentPlan plan, IEnumerable<NanoffCommand> commands) => new
    {
        Board = plan.Request.Board.Target,
        Interface = plan.Request.Way.ToString().ToLowerInvariant(),
        ImageBytes = plan.Image?.Length,
        ModelIsInImage = plan.IsJoined,
        Commands = commands.Select(command => new { command.Purpose, command.Arguments }),
        Findings = plan.Findings.Select(finding => new { finding.Subject, State = finding.State.ToString().ToLowerInvariant(), finding.Text, finding.Remedy }),
    };
}
