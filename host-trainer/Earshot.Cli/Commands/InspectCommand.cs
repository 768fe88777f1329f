using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Native;
using Earshot.Packing;
using Earshot.Packing.Format;
using Earshot.Packing.Import;
using Earshot.Packing.Inspection;
using Earshot.Pipeline;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot inspect</c>: layers, shapes, MACs, flash and arena of a model.</summary>
internal static class InspectCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var model = ModelArgument.Create("A model pack (.earshot), an int8 QDQ model (.onnx), or a run folder.");
        var source = new ModelSourceOptions();
        var json = CommandExtensions.JsonOption();
        var command = new Command("inspect", "Show a model's layers, shapes, MACs, flash and arena.") { model, json };
        source.AddTo(command);
        command.UseExamples(
            "earshot inspect runs/fold1",
            "earshot inspect theirs.onnx --time-axis Width --json theirs.json");
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(model);
            var inspection = path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase)
                ? OfOnnx(source.Load(parsed, path), path)
                : ModelInspection.Of(PackReader.Load(ModelArgument.PackPath(path)));
            InspectionOutput.Show(inspection);
            JsonFile.WriteIfAsked(parsed.GetValue(json), InspectionOutput.Json(inspection));
            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>A model without a recorded front end is measured with a plain one of as many bands: its cost hardly depends on it.</summary>
    private static ModelInspection OfOnnx(ModelSource source, string path)
    {
        var network = QdqImporter.Import(source.Model, path, source.TimeAxis);
        var recorded = source.FrontEndFile is not null
            || source.Model.MetadataProps.Any(entry => FrontEndMetadata.IsIn(entry.Key));
        var frontEnd = recorded
            ? source.FrontEnd(path)
            : new FrontEndConfiguration
            {
                Bands = network.Input.Frequency,
                FeatureScale = network.Input.Parameters.Scale,
                FeatureZeroPoint = network.Input.Parameters.ZeroPoint,
            };
        var labels = Enumerable.Range(0, network.Classes).Select(index => $"class {index}").ToArray();
        return ModelInspection.Of(
            network, new PackSettings { FrontEnd = FrontEndTables.Build(frontEnd), Classes = PackDefaults.Classes(labels) }, path);
    }
}
