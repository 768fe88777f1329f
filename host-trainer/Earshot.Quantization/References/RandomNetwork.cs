using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Quantization.Preparation;
using Earshot.Quantization.Rewriting;

namespace Earshot.Quantization.References;

/// <summary>A network with random weights and known activation ranges.</summary>
public sealed class RandomNetwork
{
    private readonly IReadOnlyDictionary<string, ActivationRange> _ranges;

    internal RandomNetwork(ModelProto model, IReadOnlyDictionary<string, ActivationRange> ranges)
    {
        (Model, _ranges) = (model, ranges);
    }

    /// <summary>The float model.</summary>
    public ModelProto Model { get; }

    /// <summary>The int8 QDQ model; computed without running the network, the same on every machine.</summary>
    public ModelProto Quantized()
    {
        var name = Model.Graph.Name;
        var prepared = InferenceGraph.Prepare(Model, name);
        var plan = new QuantizationPlan(prepared.Graph);
        return QdqWriter.Write(prepared, plan, plan.Parameters(_ranges, RandomNetworkBuilder.Features), name);
    }
}
