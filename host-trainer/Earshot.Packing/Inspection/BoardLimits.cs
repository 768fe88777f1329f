using System.Globalization;

namespace Earshot.Packing.Inspection;

/// <summary>What a board leaves for a model.</summary>
/// <param name="Board">The board's name.</param>
/// <param name="FlashBytes">The most that a pack may have.</param>
/// <param name="RamBytes">The most that the arena may have.</param>
public sealed record BoardLimits(string Board, long FlashBytes, long RamBytes)
{
    /// <summary>Refuses a model that the board cannot hold.</summary>
    /// <param name="model">The model.</param>
    /// <param name="origin">The model as the user named it.</param>
    /// <exception cref="InputException">It is too large: says by how much, and which layer has the largest part.</exception>
    public void Check(ModelInspection model, string origin)
    {
        var (heaviest, widest) = (Largest(model, layer => layer.WeightBytes), Largest(model, layer => layer.ActivationBytes));
        string[] problems =
        [
            .. Excess("pack", model.PackBytes, FlashBytes, "flash for it", $"has {Number(heaviest.WeightBytes)} bytes of weights", heaviest),
            .. Excess("arena", model.ArenaBytes, RamBytes, "RAM for it", $"puts out {Number(widest.ActivationBytes)} bytes", widest),
        ];
        if (problems.Length > 0)
        {
            throw new InputException(
                origin,
                string.Join(" ", problems),
                "Choose a smaller model ('earshot models' lists what each costs) or a larger board"
                + (model.ArenaBytes > RamBytes ? "; 'earshot pack --arena Size' needs less RAM." : "."));
        }
    }

    private IEnumerable<string> Excess(string part, long bytes, long limit, string kind, string share, LayerInspection layer) => bytes <= limit
        ? []
        : [$"the {part} of {Number(bytes)} bytes is {Number(bytes - limit)} bytes too large for {Board}, which has {Number(limit)} bytes of {kind}; "
            + $"the largest layer, {layer.Name} ({layer.Operator}), {share}."];

    private static LayerInspection Largest(ModelInspection model, Func<LayerInspection, int> size) => model.Layers.MaxBy(size)!;

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
