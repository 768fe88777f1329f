using Earshot.Native;
using Earshot.Packing.Network;

namespace Earshot.Packing.Planning;

/// <summary>How a network runs along time: mode, decisions, and the strides and timing that follow from them.</summary>
public sealed class TimePlan
{
    private readonly Dictionary<NetworkTensor, TensorTiming> _timing;
    private readonly Dictionary<NetworkLayer, int> _strides;

    private TimePlan(
        QuantizedNetwork network, ModelMode mode, int decisionHop, Dictionary<NetworkTensor, TensorTiming> timing,
        Dictionary<NetworkLayer, int> strides)
    {
        (Network, Mode, DecisionHop, _timing, _strides) = (network, mode, decisionHop, timing, strides);
        WindowColumns = mode == ModelMode.Window ? network.Input.Columns : timing[network.Scores].Delay;
    }

    /// <summary>The network.</summary>
    public QuantizedNetwork Network { get; }

    /// <summary>Stream or window.</summary>
    public ModelMode Mode { get; }

    /// <summary>Feature columns that one decision looks back on.</summary>
    public int WindowColumns { get; }

    /// <summary>Feature columns from one decision to the next.</summary>
    public int DecisionHop { get; }

    /// <summary>When the columns of a tensor come.</summary>
    public TensorTiming this[NetworkTensor tensor] => _timing[tensor];

    /// <summary>The stride along time that a layer has in the pack; in a stream that of the head is the decision hop.</summary>
    public int StrideTime(NetworkLayer layer) => _strides[layer];

    /// <summary>Whether a network can run as a stream, and if not, why.</summary>
    public static string? WhyNotStream(QuantizedNetwork network)
    {
        if (network.Layers.FirstOrDefault(layer => layer.Time.IsPadded) is { } padded)
        {
            return $"layer '{padded.Name}' pads time";
        }

        return network.Layers.FirstOrDefault(layer => layer.Inputs.Count == 2 && Trunk(network)[layer.Inputs[0]] != Trunk(network)[layer.Inputs[1]])
            is { } uneven
            ? $"the branches that meet in layer '{uneven.Name}' have different strides in time"
            : null;
    }

    /// <summary>The decision hops that a stream allows are the multiples of this many columns.</summary>
    public static int DecisionUnit(QuantizedNetwork network)
    {
        var strides = Trunk(network);
        return network.Layers.Where(IsHead).Select(layer => strides[layer.Inputs[0]]).Aggregate(1, LeastCommonMultiple);
    }

    /// <summary>Plans a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="mode">The mode; a stream must be possible.</param>
    /// <param name="decisionHop">Feature columns between decisions; in a stream a multiple of <see cref="DecisionUnit"/>.</param>
    public static TimePlan Create(QuantizedNetwork network, ModelMode mode, int decisionHop)
    {
        Dictionary<NetworkLayer, int> strides = [];
        Dictionary<NetworkTensor, TensorTiming> timing = new()
        {
            [network.Input] = new TensorTiming(1, 1, mode == ModelMode.Window ? network.Input.Columns : 0),
        };
        foreach (var layer in network.Layers)
        {
            var inputs = layer.Inputs.Select(input => timing[input]).ToArray();
            var stride = mode == ModelMode.Stream && IsHead(layer) ? decisionHop / inputs[0].Stride : layer.Time.Stride;
            strides[layer] = stride;
            var delay = inputs.Select((input, index) => input.Delay + input.Stride * layer.Crops[index]).Max();
            var total = inputs.Select((input, index) => layer.Time.Output(input.Total - layer.Crops[index])).Min();
            timing[layer.Output] = new TensorTiming(
                delay + inputs[0].Stride * (layer.Time.Extent - 1 - layer.Time.PadBegin),
                inputs[0].Stride * stride,
                mode == ModelMode.Window ? total : 0);
        }

        return new TimePlan(network, mode, decisionHop, timing, strides);
    }

    /// <summary>Whether a layer brings several columns of the trunk down to the one column of a decision.</summary>
    private static bool IsHead(NetworkLayer layer) => layer.Output.Columns == 1 && layer.Inputs[0].Columns > 1;

    private static Dictionary<NetworkTensor, int> Trunk(QuantizedNetwork network)
    {
        Dictionary<NetworkTensor, int> strides = new() { [network.Input] = 1 };
        foreach (var layer in network.Layers)
        {
            strides[layer.Output] = layer.Output.Columns == 1 ? 0 : strides[layer.Inputs[0]] * layer.Time.Stride;
        }

        return strides;
    }

    private static int LeastCommonMultiple(int left, int right)
    {
        var (a, b) = (left, right);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return left / a * right;
    }
}
