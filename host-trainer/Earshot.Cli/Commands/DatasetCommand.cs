using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Datasets;
using Earshot.Datasets.Synthetic;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot dataset</c>: what is in a dataset, and the built-in one as files.</summary>
internal static class DatasetCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create() => new("dataset", "Check a dataset, or write the built-in one to files.") { Check(), Synthesize() };

    private static Command Check()
    {
        var dataset = DatasetArgument.Create();
        var command = new Command("check", "Read every clip of a dataset and count classes and folds.") { dataset };
        command.UseExamples("earshot dataset check ../ESC-10");
        command.SetAction(parsed =>
        {
            var set = DatasetArgument.Load(parsed.GetRequiredValue(dataset));
            ProgressOutput.Run("Reading", progress =>
            {
                for (var index = 0; index < set.Clips.Count; index++)
                {
                    set.Clips[index].ReadSamples();
                    progress.Report((index + 1.0) / set.Clips.Count, $"{index + 1} clips");
                }

                return true;
            });
            Console.WriteLine($"{set.Clips.Count} clips, {set.Labels.Count} classes, folds {string.Join(", ", set.Folds)}.");
            foreach (var label in set.Labels)
            {
                Console.WriteLine($"  {label}: {set.Clips.Count(clip => clip.Label == label)}");
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static Command Synthesize()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder to write; must not exist yet or be empty." };
        var count = new Option<int>("--clips-per-class") { Description = "Clips of each class.", DefaultValueFactory = _ => SyntheticDataset.DefaultClipsPerClass, HelpName = "N" };
        var seed = new Option<int>("--seed") { Description = "Other seeds give other clips.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var command = new Command("synthesize", "Write ten synthetic urban sounds as WAV files in ESC-50's layout.") { folder, count, seed };
        command.UseExamples("earshot dataset synthesize sounds --clips-per-class 10");
        command.SetAction(parsed =>
        {
            var clips = parsed.GetValue(count);
            if (clips < SyntheticDataset.FoldCount)
            {
                throw new InputException(
                    "--clips-per-class", $"{clips} is too few.", $"Give at least {SyntheticDataset.FoldCount}, one for each fold.");
            }

            var target = parsed.GetRequiredValue(folder);
            var set = SyntheticDataset.Create(parsed.GetValue(seed), clips);
            ProgressOutput.Run("Writing", progress =>
            {
                EscLayoutWriter.Write(set, target, written => progress.Report(written / (double)set.Clips.Count, $"{written} clips"));
                return true;
            });
            Console.WriteLine($"Wrote {set.Clips.Count} clips of {set.Labels.Count} classes to {target}.");
            return ExitCodes.Success;
        });
        return command;
    }
}
