using System.CommandLine;

namespace Earshot.ModemFuzz;

/// <summary>The command line.</summary>
internal static class Program
{
    /// <summary>0 when the target has held, 1 when an input broke it, 2 when the command line is wrong.</summary>
    public static int Main(string[] arguments)
    {
        var seconds = new Option<double>("--seconds") { Description = "How long; shared by both targets.", DefaultValueFactory = _ => 30, HelpName = "S" };
        var runs = new Option<long>("--runs") { Description = "The most inputs for each target.", DefaultValueFactory = _ => long.MaxValue, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "Where chance begins.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var plant = new Option<string?>("--plant") { Description = "Turn a condition of the driver round first: Type.Method:branch:never|always|turned.", HelpName = "FAULT" };
        var replay = new Option<FileInfo?>("--replay") { Description = "Run one input in place of fuzzing.", HelpName = "FILE" };
        var output = new Option<DirectoryInfo>("--output") { Description = "Where a breaking input is left.", DefaultValueFactory = _ => new DirectoryInfo("."), HelpName = "FOLDER" };
        var root = new RootCommand("Fuzzes the node's LoRaWAN modem driver: its parser, and its state machine with a modem that says anything.")
        {
            seconds, runs, seed, plant, replay, output,
        };
        root.SetAction(parsed =>
        {
            Target.Install(parsed.GetValue(plant) is { } text ? PlantedFault.Parse(text) : null);
            return parsed.GetValue(replay) is { } file
                ? Session.Replay(file)
                : Session.Fuzz(parsed.GetValue(seconds), parsed.GetValue(runs), parsed.GetValue(seed), parsed.GetValue(output)!);
        });
        var result = root.Parse(arguments);
        return result.Errors.Count > 0 ? Math.Max(2, result.Invoke()) : result.Invoke();
    }
}
