using Earshot.Packing.Inspection;
using Earshot.Reports.Training;

namespace Earshot.Cli.Output.Reports;

/// <summary>What a pack needs, as reports list it.</summary>
internal static class ModelCosts
{
    /// <summary>The list.</summary>
    public static IReadOnlyList<CostRecord> Of(ModelInspection model) =>
    [
        new CostRecord("Multiply-accumulates", FormattableString.Invariant($"{model.Macs:N0}"), "one window"),
        new CostRecord(
            "Multiply-accumulates",
            FormattableString.Invariant($"{model.MacsPerSecond:N0}"),
            $"one second of sound, {model.Mode.ToString().ToLowerInvariant()} mode"),
        new CostRecord("Weights", FormattableString.Invariant($"{model.WeightsBytes:N0} bytes"), "with biases and multipliers, in flash"),
        new CostRecord("Pack", FormattableString.Invariant($"{model.PackBytes:N0} bytes"), "flash"),
        new CostRecord("Arena", FormattableString.Invariant($"{model.ArenaBytes:N0} bytes"), "RAM"),
    ];
}
