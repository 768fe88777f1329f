using Earshot.Native;
using Earshot.Packing.Format;
using Earshot.Packing.Network;
using Earshot.Packing.Planning;

namespace Earshot.Packing.Inspection;

/// <summary>What was chosen for a layer of a pack, and why.</summary>
/// <param name="InPlace">Whether it writes over its input.</param>
/// <param name="Memory">Where its output lies, and why.</param>
/// <param name="Kernels">What computes it on a build for speed and on one for size, given the pack's scratch.</param>
public sealed record LayerChoice(bool InPlace, string Memory, string Kernels)
{
    /// <summary>Reads the choice from a pack.</summary>
    public static LayerChoice Of(PackContents pack, int index)
    {
        var layer = pack.Layers[index];
        var inPlace = layer.Inputs.Any(input => pack.Tensors[input].Offset == pack.Tensors[layer.Output].Offset);
        return new LayerChoice(
            inPlace,
            inPlace ? "over its input, which nothing reads any more" : $"memory of its own: {WhyNotInPlace(pack, index)}",
            KernelsOf(pack, index, inPlace));
    }

    private static string WhyNotInPlace(PackContents pack, int index)
    {
        var layer = pack.Layers[index];
        bool Keeps(int tensor) => tensor == 0 || tensor == pack.Logits || tensor == pack.Scores;
        if (pack.Mode == ModelMode.Stream || pack.BlockColumns != pack.WindowColumns)
        {
            return pack.Mode == ModelMode.Stream ? "a stream keeps its columns" : $"steps of {pack.BlockColumns} columns keep what is still needed";
        }

        if (Keeps(layer.Output) || layer.Inputs.All(Keeps))
        {
            return Keeps(layer.Output) ? "its output is read at any time" : "its input is kept for the next window or for whoever asks";
        }

        var inputs = layer.Inputs.Where(input => !Keeps(input)).ToArray();
        var free = inputs.Where(input => LastReader(pack, input) == index).ToArray();
        if (free.Length == 0)
        {
            return $"layer {LastReader(pack, inputs[0]) + 1} reads its input again";
        }

        var output = pack.Tensors[layer.Output];
        var bytes = output.Frequency * output.Channels;
        if (free.All(input => pack.Tensors[input].Frequency * pack.Tensors[input].Channels < bytes))
        {
            var input = pack.Tensors[free[0]];
            return $"a column grows from {input.Frequency * input.Channels} to {bytes} bytes";
        }

        return pack.Needs.Count > 0 && !pack.Needs[index].FastOverwrites
            ? "over its input it would be computed column by column"
            : "over its input it would save nothing";
    }

    private static int LastReader(PackContents pack, int tensor) => pack.Layers
        .Select((layer, index) => (layer, index))
        .Where(reader => reader.layer.Inputs.Contains(tensor))
        .Select(reader => reader.index)
        .DefaultIfEmpty(-1)
        .Max();

    private static string KernelsOf(PackContents pack, int index, bool inPlace)
    {
        if (pack.Needs.Count == 0)
        {
            return "the C module refuses this pack";
        }

        var needs = pack.Needs[index];
        if (pack.Layers[index].Operator is not (LayerOperator.Convolution or LayerOperator.Depthwise or LayerOperator.Pointwise or LayerOperator.Dense))
        {
            return "needs no scratch";
        }

        var output = pack.Tensors[pack.Layers[index].Output];
        var waiting = inPlace ? ArenaPlan.Align((pack.Layers[index].Time.PadBegin + 1) * output.Frequency * output.Channels) : 0;
        return $"speed: {Word(needs.FastScratchBytes, needs.FastOverwrites ? 0 : waiting, pack.LayerScratchBytes, "in one piece", "in strips or by the reference")}; "
            + $"size: {Word(needs.SmallScratchBytes, waiting, pack.LayerScratchBytes, "by its small kernel", "by the reference")}";
    }

    private static string Word(int wanted, int waiting, int given, string enough, string less) => wanted <= waiting
        ? "by the reference, there is no kernel for its shape"
        : $"{(given >= wanted ? enough : less)} ({wanted} of {given} bytes)";
}
