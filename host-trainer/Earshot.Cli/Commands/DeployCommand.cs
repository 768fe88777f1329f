using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Deployment.Plans;
using Earshot.Deployment.Tools;
using Spectre.Console;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot deploy</c>: firmware, app and model onto a board with nanoff, if they belong together.</summary>
internal static class DeployCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var options = new DeploymentOptions(needsBoard: true);
        var dryRun = new Option<bool>("--dry-run") { Description = "Check everything and print the commands; run none." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask before flashing." };
        var keep = new Option<FileInfo?>("--image") { Description = "Keep the image of app, or of app and model, in this file.", HelpName = "FILE" };
        var json = CommandExtensions.JsonOption();
        var command = new Command("deploy", "Check that firmware, app and model belong together and flash them with nanoff.") { dryRun, yes, keep, json };
        options.AddTo(command);
        command.UseExamples(
            "earshot deploy --board ST_NUCLEO64_F411RE_NF --firmware build --app bin/Release --model runs/first --dry-run",
            "earshot deploy --board ST_NUCLEO64_F411RE_NF --model runs/second --yes",
            "earshot deploy --board ST_NUCLEO144_F746ZG --port COM9 --firmware build --keep-firmware --app bin/Release --model runs/first");
        command.SetAction((parsed, token) => Task.FromResult(Run(parsed, token)));
        return command;

        int Run(ParseResult parsed, CancellationToken token)
        {
            var request = options.Request(parsed);
            if (!request.FlashesFirmware && request.Application is null && request.Model is null)
            {
                throw new InputException("deploy", "there is nothing to flash.", "Give --firmware DIR, --app PATH or --model MODEL.");
            }

            var plan = DeploymentPlanner.Plan(request);
            FindingsOutput.Show(plan.Findings);
            FindingsOutput.Refuse(plan.Findings);
            using var image = ImageFile.Of(plan.Image, parsed.GetValue(keep)?.FullName);
            var identify = NanoffCommands.Identify(request);
            var writes = NanoffCommands.Write(plan, image.Path);
            DeploymentOutput.Commands([identify, .. writes]);
            JsonFile.WriteIfAsked(parsed.GetValue(json), DeploymentOutput.Json(plan, [identify, .. writes]));
            if (parsed.GetValue(dryRun))
            {
                return ExitCodes.Success;
            }

            var nanoff = NanoffTool.Find(ExecutableSearch.OfThisMachine(), token);
            Confirm(parsed.GetValue(yes), request);
            BoardIdentity.Check(request, DeploymentOutput.Run(nanoff, identify, token));
            foreach (var write in writes)
            {
                DeploymentOutput.Run(nanoff, write, token);
            }

            AnsiConsole.WriteLine($"{request.Board.Target} has it.");
            return ExitCodes.Success;
        }
    }

    private static void Confirm(bool yes, DeploymentRequest request)
    {
        if (yes)
        {
            return;
        }

        if (Console.IsInputRedirected)
        {
            throw new InputException("deploy", "nobody is there to ask whether to flash.", "Give --yes, or --dry-run to see the commands only.");
        }

        if (!AnsiConsole.Confirm($"Flash {request.Board.Target}?", defaultValue: false))
        {
            throw new OperationCanceledException();
        }
    }
}
