using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Tensors;
using Earshot.Quantization.Preparation;

namespace Earshot.Quantization.Rewriting;

/// <summary>
/// Rewrites a prepared float graph as an int8 QDQ graph: constants become int8 (bias int32) with a DequantizeLinear,
/// and a QuantizeLinear / DequantizeLinear pair stands on every activation of the plan.
/// </summary>
public sealed class QdqWriter
{
    private readonly GraphProto _source;
    private readonly QuantizationPlan _plan;
    private readonly IReadOnlyDictionary<string, QuantizationParameters> _parameters;
    private readonly GraphIndex _index;
    private readonly GraphProto _target;
    private readonly Dictionary<string, string> _dequantized = [];

    private QdqWriter(GraphProto source, QuantizationPlan plan, IReadOnlyDictionary<string, QuantizationParameters> parameters)
    {
        (_source, _plan, _parameters) = (source, plan, parameters);
        _index = new GraphIndex(source);
        _target = new GraphProto { Name = source.Name };
        _target.Input.AddRange(source.Input.Select(input => input.Clone()));
        _target.Output.AddRange(source.Output.Select(output => output.Clone()));
    }

    /// <summary>The name of the int8 tensor that holds an activation of the plan.</summary>
    public static string QuantizedName(string tensor) => $"{tensor}_quantized";

    /// <summary>Writes the QDQ model.</summary>
    /// <param name="model">A prepared float model.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="parameters">Scale and zero point of every tensor of the plan.</param>
    /// <param name="origin">The file, for errors.</param>
    /// <exception cref="InputException">The model uses an operator that cannot be quantised.</exception>
    public static ModelProto Write(
        ModelProto model, QuantizationPlan plan, IReadOnlyDictionary<string, QuantizationParameters> parameters, string origin)
    {
        var writer = new QdqWriter(model.Graph, plan, parameters);
        writer.Pair(plan.Input, plan.Input);
        foreach (var node in model.Graph.Node)
        {
            writer.Rewrite(node, origin);
        }

        var result = model.Clone();
        result.Graph = writer._target;
        result.ProducerName = "earshot";
        return result;
    }

    private void Rewrite(NodeProto node, string origin)
    {
        var copy = node.Clone();
        switch (node.OpType)
        {
            case "Conv" or "Gemm":
                Layer(node, copy, origin);
                break;
            case "Add" or "AveragePool" or "Concat" or "Flatten" or "GlobalAveragePool" or "GlobalMaxPool" or "MaxPool" or "LeakyRelu"
                or "Relu" or "Clip" or "Reshape" or "Softmax" or "Squeeze" or "Transpose" or "Unsqueeze":
                for (var input = 0; input < copy.Input.Count; input++)
                {
                    copy.Input[input] = Operand(node.Input[input], node, input, origin);
                }

                break;
            default:
                throw new InputException(
                    origin,
                    $"node '{node.DisplayName()}' uses operator {node.OpType}, which cannot be quantised.",
                    "Rebuild the network from Conv, BatchNormalization, Relu, LeakyRelu, Clip, MaxPool, AveragePool, GlobalAveragePool, "
                    + "GlobalMaxPool, ReduceMean, Gemm, MatMul, Add, Concat, Flatten, Reshape and Softmax.");
        }

        Emit(node, copy);
    }

    private void Emit(NodeProto node, NodeProto copy)
    {
        var output = node.Output[0];
        _target.Node.Add(copy);
        while (copy.Output.Count > 1)
        {
            copy.Output.RemoveAt(copy.Output.Count - 1);
        }

        if (!_parameters.ContainsKey(output))
        {
            _dequantized[output] = output;
            return;
        }

        if (_index.IsOutput(output))
        {
            copy.Output[0] = $"{output}_float";
        }

        Pair(output, copy.Output[0]);
    }

    private string Operand(string name, NodeProto node, int position, string origin)
    {
        if (_dequantized.TryGetValue(name, out var mapped))
        {
            return mapped;
        }

        var constant = _index.Initializer(name)
            ?? throw new InputException(origin, $"node '{node.DisplayName()}' reads tensor '{name}', which nothing makes.", "Export the model again.");
        if (position == 0 || node.OpType is "Add" or "Concat")
        {
            throw new InputException(
                origin,
                $"node '{node.DisplayName()}' ({node.OpType}) reads the constant '{name}' as if it were sound.",
                "Fold constants into the weights or the bias of a Conv or Gemm before exporting.");
        }

        if (_target.Initializer.All(tensor => tensor.Name != name))
        {
            _target.Initializer.Add(constant.Clone());
        }

        return name;
    }

    private void Layer(NodeProto node, NodeProto copy, string origin)
    {
        LayerWeights weights;
        try
        {
            weights = LayerWeights.Read(node, _index);
        }
        catch (InvalidDataException exception)
        {
            throw new InputException(origin, exception.Message, "Export the model for inference, with its weights as constants.", exception);
        }

        var quantized = WeightQuantizer.Quantize(
            weights, _parameters[Activation(node.Input[0])].Scale, _parameters[Activation(Result(node))].Scale);
        var stem = node.Output[0];
        copy.Input.Clear();
        copy.Input.Add(Operand(node.Input[0], node, 0, origin));
        copy.Input.Add(Dequantized($"{stem}_weight", quantized.WeightTensor($"{stem}_weight_quantized", weights), quantized.Scales));
        copy.Input.Add(Dequantized(
            $"{stem}_bias", TensorFactory.Int32($"{stem}_bias_quantized", [quantized.Bias.Length], quantized.Bias), quantized.BiasScales));
        if (node.OpType == "Gemm")
        {
            copy.Attribute.Clear();
            copy.With("transB", 1);
        }
    }

    /// <summary>The tensor that a layer's output is quantised as: its own, or that of the activation fused with it.</summary>
    private string Result(NodeProto node) =>
        _parameters.ContainsKey(node.Output[0]) ? node.Output[0] : _index.OnlyConsumer(node.Output[0])!.Output[0];

    private string Activation(string tensor) => _parameters.ContainsKey(tensor)
        ? tensor
        : throw new InvalidOperationException($"Tensor '{tensor}' feeds a layer but is not in the plan.");

    private string Dequantized(string name, TensorProto constant, float[] scales)
    {
        var channels = scales.Length;
        _target.Initializer.Add(constant);
        _target.Initializer.Add(TensorFactory.Float($"{name}_scale", [channels], scales));
        _target.Initializer.Add(constant.ElementType() == TensorProto.Types.DataType.Int8
            ? TensorFactory.Int8($"{name}_zero_point", [channels], new sbyte[channels])
            : TensorFactory.Int32($"{name}_zero_point", [channels], new int[channels]));
        _target.Node.Add(NodeFactory
            .Create("DequantizeLinear", $"{name}_dequantized", constant.Name, $"{name}_scale", $"{name}_zero_point")
            .With("axis", 0));
        return $"{name}_dequantized";
    }

    private void Pair(string tensor, string source)
    {
        var parameters = _parameters[tensor];
        var (scale, zeroPoint, quantized) = ($"{tensor}_scale", $"{tensor}_zero_point", QuantizedName(tensor));
        var dequantized = _index.IsOutput(tensor) ? tensor : $"{tensor}_dequantized";
        _target.Initializer.Add(TensorFactory.Float(scale, [], [parameters.Scale]));
        _target.Initializer.Add(TensorFactory.Int8(zeroPoint, [], [parameters.ZeroPoint]));
        _target.Node.Add(NodeFactory.Create("QuantizeLinear", quantized, source, scale, zeroPoint));
        var dequantizer = NodeFactory.Create("DequantizeLinear", dequantized, quantized, scale, zeroPoint);
        dequantizer.Name = $"{tensor}_dequantize";
        _target.Node.Add(dequantizer);
        _dequantized[tensor] = dequantized;
    }
}
