using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Packing.Format;
using Earshot.Packing.Import;
using Earshot.Packing.Inspection;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot inspect</c>: layers, shapes, MACs, flash and arena of a model.</summary>
internal static class InspectCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var model = ModelArgument.Create("A model pack (.earshot), an int8 QDQ model (.onnx), or a run folder.");
        var source = new ModelSourceOptions();
        var board = new BoardLimitOption();
        var json = CommandExtensions.JsonOption();
        var command = new Command("inspect", "Show a model's layers, shapes, MACs, flash and arena.") { model, json };
        source.AddTo(command);
        board.AddTo(command);
        command.UseExamples(
            "earshot inspect runs/fold1",
            "earshot inspect runs/fold1 --board ST_NUCLEO64_F411RE_NF",
            "earshot inspect theirs.onnx --time-axis Width --json theirs.json");
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(model);
            var limits = board.Limits(parsed);
            var inspection = path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase)
                ? OfOnnx(source.Load(parsed, path), path)
                : ModelInspection.Of(PackReader.Load(ModelArgument.PackPath(path)));
            InspectionOutput.Show(inspection);
            JsonFile.WriteIfAsked(parsed.GetValue(json), InspectionOutput.Json(inspection));
            limits?.Check(inspection, path);
            return ExitCodes.Success;
        });
        return command;
    }

    private static ModelInspection OfOnnx(ModelSource source, string path)
    {
        var network = QdqImporter.Import(source.Model, path, source.TimeAxis);
        return ModelInspection.Of(network, source.CostSettings(network, path), path);
    }
}
