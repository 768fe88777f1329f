using System.Globalization;
using Earshot.Packing.Inspection;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows what a model costs.</summary>
internal static class InspectionOutput
{
    /// <summary>Prints the layers and the totals.</summary>
    public static void Show(ModelInspection model)
    {
        var table = new Table().Title(Markup.Escape($"{model.Name}: {model.InputShape[0]} columns of {model.InputShape[1]} bands")).RoundedBorder();
        table.AddColumn("Layer").AddColumn("Output");
        foreach (var name in new[] { "Kernel", "Stride", "MACs", "Weights", "Arena" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (var layer in model.Layers)
        {
            table.AddRow(
                layer.Operator,
                string.Join(" × ", layer.OutputShape),
                string.Join(" × ", layer.Kernel),
                string.Join(" × ", layer.Stride),
                Number(layer.Macs),
                Number(layer.WeightBytes),
                Number(layer.ActivationBytes));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine($"MACs a window      {Number(model.Macs)}");
        AnsiConsole.WriteLine($"MACs a second      {Number((long)model.MacsPerSecond)} ({model.Mode.ToString().ToLowerInvariant()} mode)");
        AnsiConsole.WriteLine($"Weights (flash)    {Number(model.WeightsBytes)} bytes");
        AnsiConsole.WriteLine($"Pack (flash)       {Number(model.PackBytes)} bytes");
        AnsiConsole.WriteLine($"Arena (RAM)        {Number(model.ArenaBytes)} bytes, {Number(model.LayerScratchBytes)} of them scratch of the kernels");
        if (model.Labels.Count > 0)
        {
            AnsiConsole.WriteLine($"Labels             {string.Join(", ", model.Labels)}");
        }

        AnsiConsole.WriteLine("Chosen for each layer:");
        foreach (var (layer, index) in model.Layers.Select((layer, index) => (layer, index)))
        {
            AnsiConsole.WriteLine($"{index + 1,3} {layer.Operator}: {layer.Choice.Memory}; {layer.Choice.Kernels}.");
        }

        foreach (var decision in model.Decisions)
        {
            AnsiConsole.WriteLine($"- {decision}");
        }
    }

    /// <summary>The same as data.</summary>
    public static object Json(ModelInspection model) => new
    {
        model.Name,
        Mode = model.Mode.ToString().ToLowerInvariant(),
        model.InputShape,
        model.Labels,
        model.Macs,
        model.MacsPerSecond,
        model.WeightsBytes,
        model.PackBytes,
        model.ArenaBytes,
        model.LayerScratchBytes,
        model.DecisionHop,
        model.BlockColumns,
        model.Layers,
        model.Decisions,
    };

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
