using Earshot.Native;
using Earshot.Packing.Format;
using Earshot.Packing.Network;
using Earshot.Packing.Planning;

namespace Earshot.Packing.Inspection;

/// <summary>What a model costs, layer by layer and in all.</summary>
public sealed record ModelInspection
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>Stream or window.</summary>
    public required ModelMode Mode { get; init; }

    /// <summary>Columns and bands of the features that one decision looks back on.</summary>
    public required IReadOnlyList<int> InputShape { get; init; }

    /// <summary>The labels; empty for an ONNX model.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Samples from one feature column to the next.</summary>
    public required int HopSamples { get; init; }

    /// <summary>Hz.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Feature columns between decisions.</summary>
    public required int DecisionHop { get; init; }

    /// <summary>Feature columns that are worked on at a time.</summary>
    public required int BlockColumns { get; init; }

    /// <summary>The layers, in the order of execution.</summary>
    public required IReadOnlyList<LayerInspection> Layers { get; init; }

    /// <summary>Bytes of all weights, biases and multipliers.</summary>
    public required int WeightsBytes { get; init; }

    /// <summary>Memory that the engine needs in all, its own state included.</summary>
    public required int ArenaBytes { get; init; }

    /// <summary>Working memory of the kernels, within the arena.</summary>
    public required int LayerScratchBytes { get; init; }

    /// <summary>Size of the pack in flash.</summary>
    public required int PackBytes { get; init; }

    /// <summary>What the packer chose; empty for a finished pack.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>Multiply-accumulates of one window.</summary>
    public long Macs => Layers.Sum(layer => layer.Macs);

    /// <summary>Multiply-accumulates of one second as it is deployed.</summary>
    public double MacsPerSecond => Layers.Sum(layer => layer.MacsPerSecond);

    /// <summary>Inspects a pack.</summary>
    public static ModelInspection Of(PackContents pack, IReadOnlyList<string>? layerNames = null, IReadOnlyList<string>? decisions = null)
    {
        var layers = pack.Layers.Select((layer, index) => Layer(pack, index, layerNames?[index] ?? $"{Word(layer.Operator)}_{index + 1}")).ToArray();
        return new ModelInspection
        {
            Name = pack.Name,
            Mode = pack.Mode,
            InputShape = [pack.WindowColumns, pack.Tensors[0].Frequency],
            Labels = [.. pack.Classes.Select(item => item.Label)],
            HopSamples = pack.FrontEnd.HopSamples,
            SampleRate = pack.FrontEnd.SampleRate,
            DecisionHop = pack.DecisionHop,
            BlockColumns = pack.BlockColumns,
            Layers = layers,
            WeightsBytes = layers.Sum(layer => layer.WeightBytes),
            ArenaBytes = pack.ArenaBytes,
            LayerScratchBytes = pack.LayerScratchBytes,
            PackBytes = pack.Bytes,
            Decisions = decisions ?? [],
        };
    }

    /// <summary>Inspects a pack that was just made, with the names of the ONNX nodes and the packer's choices.</summary>
    public static ModelInspection Of(PackResult result, string origin) => Of(
        PackReader.Parse(result.Bytes, origin), [.. result.Network.Layers.Select(layer => layer.Name)], result.Decisions);

    /// <summary>Inspects an int8 QDQ ONNX model by packing it in memory with the given settings.</summary>
    /// <exception cref="InputException">The model cannot be packed.</exception>
    public static ModelInspection Of(QuantizedNetwork network, PackSettings settings, string origin) =>
        Of(ModelPacker.Pack(network, settings, origin), origin);

    private static LayerInspection Layer(PackContents pack, int index, string name)
    {
        var layer = pack.Layers[index];
        var (input, output) = (pack.Tensors[layer.Inputs[0]], pack.Tensors[layer.Output]);
        var weighted = layer.Operator is LayerOperator.Convolution or LayerOperator.Depthwise or LayerOperator.Pointwise or LayerOperator.Dense;
        var perValue = !weighted ? 0L
            : (long)layer.Time.Kernel * layer.Frequency.Kernel * (layer.Operator == LayerOperator.Depthwise ? 1 : input.Channels);
        var perColumn = perValue * output.Frequency * output.Channels;
        var columns = Columns(pack, output);
        var columnsPerSecond = pack.FrontEnd.SampleRate / (double)pack.FrontEnd.HopSamples;
        return new LayerInspection(
            name,
            Word(layer.Operator),
            [Columns(pack, input), input.Frequency, input.Channels],
            [columns, output.Frequency, output.Channels],
            [layer.Time.Kernel, layer.Frequency.Kernel],
            [layer.Time.Stride, layer.Frequency.Stride],
            perColumn * columns,
            pack.Mode == ModelMode.Stream
                ? perColumn * columnsPerSecond / output.Timing.Stride
                : perColumn * columns * columnsPerSecond / pack.DecisionHop,
            layer.WeightBytes + layer.ParameterBytes,
            output.RingBytes,
            layer.Kernel == 0 ? "default" : $"kernel {layer.Kernel}",
            LayerChoice.Of(pack, index));
    }

    private static int Columns(PackContents pack, PackTensor tensor) => pack.Mode == ModelMode.Window
        ? tensor.Timing.Total
        : Math.Max(1, (pack.WindowColumns - tensor.Timing.Delay) / Math.Max(1, tensor.Timing.Stride) + 1);

    private static string Word(LayerOperator operation) => operation switch
    {
        LayerOperator.MaxPool => "max-pool",
        LayerOperator.AveragePool => "average-pool",
        _ => operation.ToString().ToLowerInvariant(),
    };
}
