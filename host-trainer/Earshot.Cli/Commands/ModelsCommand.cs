using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Pipeline;
using Earshot.Training.Models;
using Earshot.Training.Running;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot models</c>: the networks that can be trained, and what they cost.</summary>
internal static class ModelsCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var defaults = new TrainingOptions();
        var bands = new Option<int>("--bands") { Description = "Mel bands.", DefaultValueFactory = _ => DefaultFrontEnd.Configuration.Bands, HelpName = "N" };
        var frames = new Option<int>("--frames") { Description = "Frames in a window.", DefaultValueFactory = _ => defaults.WindowFrames, HelpName = "N" };
        var classes = new Option<int>("--classes") { Description = "Classes.", DefaultValueFactory = _ => 10, HelpName = "N" };
        var json = CommandExtensions.JsonOption();
        var command = new Command("models", "List the networks that can be trained and what they cost.") { bands, frames, classes, json };
        command.UseExamples("earshot models", "earshot models --bands 60 --frames 31 --json models.json");
        command.SetAction(parsed =>
        {
            var frontEnd = DefaultFrontEnd.Configuration with { Bands = Positive("--bands", parsed.GetValue(bands)) };
            var options = defaults with { WindowFrames = Positive("--frames", parsed.GetValue(frames)) };
            string[] labels = [.. Enumerable.Range(1, Positive("--classes", parsed.GetValue(classes))).Select(index => $"class {index}")];
            frontEnd.Validate();
            var rows = ModelZoo.Names.Select(name => Row(name)).ToArray();
            ModelsOutput.Show(rows);
            JsonFile.WriteIfAsked(parsed.GetValue(json), rows.Select(ModelsOutput.Json));
            return ExitCodes.Success;

            ModelListing Row(string name)
            {
                try
                {
                    return new ModelListing(name, ModelZoo.Source(name), UntrainedModel.Inspect(options with { Model = name }, frontEnd, labels), null);
                }
                catch (InputException exception)
                {
                    return new ModelListing(name, ModelZoo.Source(name), null, exception.Problem);
                }
            }
        });
        return command;
    }

    private static int Positive(string option, int value) => value > 0
        ? value
        : throw new InputException(option, $"{value} is not a number above 0.", "Give at least 1.");
}
