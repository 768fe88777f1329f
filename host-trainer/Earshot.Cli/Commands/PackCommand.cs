using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Native;
using Earshot.Packing;
using Earshot.Packing.Import;
using Earshot.Packing.Inspection;
using Earshot.Packing.Planning;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot pack</c>: an int8 QDQ ONNX model becomes a model pack.</summary>
internal static class PackCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var model = ModelArgument.Create("int8 QDQ model (.onnx), from Earshot or from elsewhere.");
        var output = new Option<FileInfo>("--out") { Description = "The pack to write.", Required = true, HelpName = "FILE" };
        var source = new ModelSourceOptions();
        var board = new BoardLimitOption();
        var mode = new Option<ModelMode?>("--mode") { Description = "Stream or Window; by default Stream where the model allows it." };
        var hop = new Option<int?>("--decision-hop") { Description = "Feature columns between decisions.", HelpName = "N" };
        var arena = new Option<MemoryPreference>("--arena")
        {
            Description = "Speed (large steps, and scratch for the fast kernels) or Size (the smallest arena, for a build with EARSHOT_SMALL).",
            DefaultValueFactory = _ => MemoryPreference.Speed,
        };
        var json = CommandExtensions.JsonOption();
        var command = new Command("pack", "Make a model pack of an int8 QDQ ONNX model.") { model, output, mode, hop, arena, json };
        source.AddTo(command);
        board.AddTo(command);
        command.UseExamples(
            "earshot pack runs/fold1/model.onnx --out street.earshot",
            "earshot pack theirs.onnx --labels labels.txt --front-end front-end.json --time-axis Width --out theirs.earshot");
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(model);
            var limits = board.Limits(parsed);
            var loaded = source.Load(parsed, path);
            var network = QdqImporter.Import(loaded.Model, path, loaded.TimeAxis);
            var frontEnd = loaded.FrontEnd(path);
            var result = ModelPacker.Pack(
                network,
                new PackSettings
                {
                    FrontEnd = FrontEndTables.Build(frontEnd),
                    Classes = Pipeline.PackDefaults.Classes(loaded.Labels(path)),
                    Smoothing = Pipeline.PackDefaults.Smoothing,
                    Mode = parsed.GetValue(mode),
                    DecisionHop = parsed.GetValue(hop),
                    Preference = parsed.GetValue(arena),
                },
                path);
            var inspection = ModelInspection.Of(result, path);
            limits?.Check(inspection, path);
            var file = parsed.GetRequiredValue(output);
            AtomicFile.WriteAllBytes(file.FullName, result.Bytes);
            InspectionOutput.Show(inspection);
            Spectre.Console.AnsiConsole.WriteLine($"Wrote {file.Name}, {result.Bytes.Length} bytes.");
            JsonFile.WriteIfAsked(parsed.GetValue(json), InspectionOutput.Json(inspection));
            return ExitCodes.Success;
        });
        return command;
    }
}
