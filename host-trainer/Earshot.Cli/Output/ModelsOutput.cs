using System.Globalization;
using Earshot.Native;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows the networks that can be trained.</summary>
internal static class ModelsOutput
{
    /// <summary>Prints them.</summary>
    public static void Show(IReadOnlyList<ModelListing> models)
    {
        var table = new Table().NoBorder();
        table.AddColumn(Column("Model")).AddColumn(Column("Mode"));
        foreach (var name in new[] { "MACs/window", "MACs/s", "Weights", "Arena" })
        {
            table.AddColumn(Column(name).RightAligned());
        }

        table.AddColumn(Column("Source"));
        foreach (var model in models)
        {
            var cells = model.Cost is { } cost
                ? new[] { Word(cost.Mode), Short(cost.Macs), Short(cost.MacsPerSecond), Short(cost.WeightsBytes) + "B", Short(cost.ArenaBytes) + "B" }
                : ["–", "–", "–", "–", "–"];
            table.AddRow([Markup.Escape(model.Name), .. cells, Markup.Escape(model.Source)]);
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("Weights (with biases and multipliers) in flash, arena in RAM. Packed for speed, a decision every 8 frames.");
        foreach (var model in models.Where(model => model.Obstacle is not null))
        {
            AnsiConsole.WriteLine($"{model.Name}: {model.Obstacle}");
        }

        AnsiConsole.WriteLine("Train one: earshot train DATASET --model NAME --out DIR");
    }

    /// <summary>One of them as data; costs are null where the model does not fit the window.</summary>
    public static object Json(ModelListing model) => new
    {
        model.Name,
        model.Source,
        Mode = model.Cost is { } cost ? Word(cost.Mode) : null,
        model.Cost?.Macs,
        model.Cost?.MacsPerSecond,
        model.Cost?.WeightsBytes,
        model.Cost?.PackBytes,
        model.Cost?.ArenaBytes,
        model.Obstacle,
        Train = $"earshot train DATASET --model {model.Name} --out DIR",
    };

    private static TableColumn Column(string name) => new TableColumn(name).NoWrap().PadLeft(0).PadRight(2);

    private static string Word(ModelMode mode) => mode.ToString().ToLowerInvariant();

    private static string Short(double value) => value switch
    {
        >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.00} M"),
        >= 1e3 => string.Create(CultureInfo.InvariantCulture, $"{value / 1e3:0.0} k"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:0} "),
    };
}
