using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Deployment.Checks;
using Earshot.Deployment.Plans;
using Earshot.Deployment.Tools;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot doctor</c>: whether tools, firmware, app, model and board belong together.</summary>
internal static class DoctorCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var options = new DeploymentOptions(needsBoard: false);
        var json = CommandExtensions.JsonOption();
        var command = new Command("doctor", "Check tools, firmware, app, model and board, and flash nothing.") { json };
        options.AddTo(command);
        command.UseExamples(
            "earshot doctor",
            "earshot doctor --board ST_NUCLEO64_F411RE_NF --firmware build --app bin/Release --model runs/first");
        command.SetAction((parsed, token) => Task.FromResult(Run(parsed, token)));
        return command;

        int Run(ParseResult parsed, CancellationToken token)
        {
            var request = options.Request(parsed);
            var tools = ToolCheck.Run(ExecutableSearch.OfThisMachine(), request, token);
            var plan = DeploymentPlanner.Plan(request);
            Finding[] findings = [.. tools, .. plan.Findings];
            FindingsOutput.Show(findings);
            JsonFile.WriteIfAsked(parsed.GetValue(json), FindingsOutput.Json(request, findings));
            FindingsOutput.Refuse(findings);
            return ExitCodes.Success;
        }
    }
}
