using System.CommandLine;
using Earshot.FieldTrials.Delivery;
using Earshot.FieldTrials.Memory;
using Earshot.FieldTrials.Nodes;
using Earshot.FieldTrials.Power;
using Earshot.Payload;
using Spectre.Console;

namespace Earshot.FieldTrials;

/// <summary>The command line of the trials that take too long for a test.</summary>
internal static class Program
{
    private static readonly Option<int> Seed = new("--seed") { Description = "Where chance begins.", DefaultValueFactory = _ => 1, HelpName = "N" };

    /// <summary>0 when the trial's requirement is met, 1 when it is not, 2 when the command line is wrong.</summary>
    public static int Main(string[] arguments)
    {
        var root = new RootCommand("Trials of the emulated node in the field: docs/node.md states what came out.")
        {
            Week(), Outage(), BrownOuts(), Memory(),
        };
        var result = root.Parse(arguments);
        try
        {
            var code = result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return result.Errors.Count > 0 ? Math.Max(2, code) : code;
        }
        catch (InputException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return 2;
        }
    }

    private static Command Week()
    {
        var hours = Hours(168);
        var command = new Command("week", "What a node that listens ten seconds of each minute draws on average.") { hours, Seed };
        command.SetAction(parsed =>
        {
            using var node = WeekTrial.Begin(RealNode(parsed.GetValue(Seed), gap: 45));
            var result = WeekTrial.Run(node, TimeSpan.FromHours(parsed.GetValue(hours)), new HourlyProgress());
            return PowerReport.Write(AnsiConsole.Console, result, node.Uplinks, WeekTrial.Limit) ? 0 : 1;
        });
        return command;
    }

    private static Command Outage()
    {
        var hours = Hours(48);
        var command = new Command("outage", "What becomes of the messages of a node that nobody hears for two days.") { hours, Seed };
        command.SetAction(parsed =>
        {
            var settings = RealNode(parsed.GetValue(Seed), gap: 600) with
            {
                Set = stored => stored.Apply(new ScheduleDownlink { Revision = 1, Listen = 10, Every = 60 }.Encode()),
            };
            var result = OutageTrial.Run(settings, TimeSpan.FromHours(parsed.GetValue(hours)), new HourlyProgress());
            DeliveryReport.Write(AnsiConsole.Console, result);
            return result.IsMet ? 0 : 1;
        });
        return command;
    }

    private static Command BrownOuts()
    {
        var count = new Option<int>("--count") { Description = "How often the supply goes away.", DefaultValueFactory = _ => 1000, HelpName = "N" };
        var traced = new Option<int>("--trace") { Description = "Shows on standard error what the board does from the brown-out before this one on.", HelpName = "N" };
        var command = new Command("brown-outs", "What a node has lost or mixed up after many brown-outs at random instants.") { count, traced, Seed };
        command.SetAction(parsed =>
        {
            var result = BrownOutTrial.Run(
                RealNode(parsed.GetValue(Seed), gap: 120),
                parsed.GetValue(count),
                parsed.GetValue(Seed),
                new CountProgress(),
                traced: parsed.GetValue(traced),
                trace: Console.Error.WriteLine);
            DeliveryReport.Write(AnsiConsole.Console, result);
            return result.IsMet ? 0 : 1;
        });
        return command;
    }

    private static Command Memory()
    {
        var hours = Hours(24);
        var outage = new Option<bool>("--outage") { Description = "Nobody hears the node in the middle third, so that its queue fills." };
        var boards = new Option<string[]>("--board")
        {
            Description = "nanoFramework's name of a board; may be given again.",
            DefaultValueFactory = _ => ["ST_NUCLEO64_F411RE_NF", "ST_B_L475E_IOT01A"],
            HelpName = "NAME",
        };
        var native = new Option<string?>("--native") { Description = "memory.csv of tests/cortex-m/run.sh: shows the firmware's half as well.", HelpName = "FILE" };
        var command = new Command("memory", "What memory the node takes on two boards, with its pack in the deployment region and in both places.")
        {
            hours, outage, boards, native, Seed,
        };
        command.SetAction(parsed =>
        {
            var firmware = parsed.GetValue(native) is { } file ? NativeMemory.Read(file) : [];
            var results = new List<MemoryResult>();
            foreach (var board in parsed.GetValue(boards)!)
            {
                foreach (var isBuiltIn in new[] { false, true })
                {
                    results.Add(MemoryTrial.Run(board, true, isBuiltIn, TimeSpan.FromHours(parsed.GetValue(hours)), parsed.GetValue(outage), parsed.GetValue(Seed)));
                    Console.Error.WriteLine($"{board}, {results[^1].Place}");
                }
            }

            return MemoryTable.Write(AnsiConsole.Console, results, firmware) ? 0 : 1;
        });
        return command;
    }

    private static Option<double> Hours(double hours) =>
        new("--hours") { Description = "Virtual hours.", DefaultValueFactory = _ => hours, HelpName = "H" };

    private static FieldNodeSettings RealNode(int seed, double gap) => new()
    {
        DeployedModel = TrialModel.Bytes,
        Cost = TrialModel.Cost,
        Sound = StreetSound.Begin(TimeSpan.FromSeconds(gap), seed),
        Seed = seed,
    };
}
