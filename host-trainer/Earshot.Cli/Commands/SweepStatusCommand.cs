using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Sweeps.Trials;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot sweep status</c> and <c>earshot sweep report</c>: how far a sweep is, and what it found.</summary>
internal static class SweepStatusCommand
{
    /// <summary>Describes <c>status</c>.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a sweep." };
        var json = CommandExtensions.JsonOption();
        var command = new Command("status", "Say how far a sweep is, and what is on its Pareto front.") { folder, json };
        command.UseExamples("earshot sweep status runs/small-nets");
        command.SetAction(parsed =>
        {
            var output = new SweepOutput(SweepFolder.Open(parsed.GetRequiredValue(folder)));
            output.Show();
            JsonFile.WriteIfAsked(parsed.GetValue(json), output.Json());
            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>Describes <c>report</c>.</summary>
    public static Command CreateReport()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of a sweep." };
        var page = new Option<string?>("--out") { Description = "The page; by default sweep.html in the folder.", HelpName = "FILE" };
        var command = new Command("report", "Write the HTML report of a sweep, finished or not.") { folder, page };
        command.UseExamples("earshot sweep report runs/small-nets");
        command.SetAction(parsed =>
        {
            var sweep = SweepFolder.Open(parsed.GetRequiredValue(folder));
            var path = parsed.GetValue(page) ?? sweep.Report;
            new SweepOutput(sweep).WriteReport(path);
            Console.WriteLine($"Wrote {path}.");
            return ExitCodes.Success;
        });
        return command;
    }
}
