using Earshot.Native;
using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Packing.Import;
using Earshot.Packing.Tests.Support;

namespace Earshot.Packing.Tests;

public class BadModelTests
{
    private static ModelProto Good() => Topologies.All["valid convolutions, global mean"]().Quantized();

    private static InputException Refused(ModelProto model) => Assert.Throws<InputException>(() => QdqImporter.Import(model, "bad.onnx"));

    [Fact]
    public void A_float_model_is_sent_to_the_quantiser()
    {
        var error = Refused(Topologies.All["residual"]().Model);
        Assert.Equal("bad.onnx", error.Origin);
        Assert.Contains("float model", error.Problem);
        Assert.Contains("Quantise", error.Remedy);
    }

    [Fact]
    public void An_unsupported_operator_is_named_with_its_node()
    {
        var model = Good();
        var relu = model.Graph.Node.First(node => node.OpType == "Relu");
        (relu.OpType, relu.Name) = ("Selu", "activation_1");
        var error = Refused(model);
        Assert.Contains("activation_1", error.Problem);
        Assert.Contains("Selu", error.Problem);
        Assert.Contains("Relu", error.Remedy);
    }

    [Fact]
    public void A_layer_without_quantised_output_is_named()
    {
        var model = Good();
        var node = model.Graph.Node.First(node => node.OpType == "QuantizeLinear" && node.Input[0].StartsWith("relu", StringComparison.Ordinal));
        var dequantize = model.Graph.Node.First(other => other.Input.Contains(node.Output[0]));
        foreach (var consumer in model.Graph.Node.Where(other => other.Input.Contains(dequantize.Output[0])))
        {
            consumer.Input[consumer.Input.IndexOf(dequantize.Output[0])] = node.Input[0];
        }

        var error = Refused(model);
        Assert.Contains("conv1", error.Problem);
        Assert.Contains("not quantised", error.Problem);
    }

    [Fact]
    public void Float_weights_are_refused()
    {
        var model = Good();
        var convolution = model.Graph.Node.First(node => node.OpType == "Conv");
        var shape = model.Graph.Initializer.First(tensor => tensor.Name == "conv1_weight_quantized").Dims.Select(size => (int)size).ToArray();
        model.Graph.Initializer.Add(Onnx.Tensors.TensorFactory.Float("plain", shape, new float[shape.Aggregate((left, right) => left * right)]));
        convolution.Input[1] = "plain";
        Assert.Contains("float weights", Refused(model).Problem);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.97)]
    [InlineData(0.999)]
    public void A_truncated_file_is_refused(double part)
    {
        var bytes = OnnxFile.ToBytes(Good());
        var error = Assert.Throws<InputException>(() => OnnxFile.Parse(bytes[..(int)(bytes.Length * part)], "cut.onnx"));
        Assert.Equal("cut.onnx", error.Origin);
        Assert.Contains("cut short", error.Problem);
    }

    [Fact]
    public void Text_is_not_a_model() =>
        Assert.Contains("not an ONNX model", Assert.Throws<InputException>(() => OnnxFile.Parse("fold,filename\n"u8.ToArray(), "x.csv")).Problem);

    [Fact]
    public void A_dynamic_time_axis_is_named()
    {
        var model = Good();
        model.Graph.Input[0].Type.TensorType.Shape.Dim[2] = new TensorShapeProto.Types.Dimension { DimParam = "frames" };
        Assert.Contains("dimension 2 of input 'features'", Refused(model).Problem);
    }

    [Fact]
    public void A_missing_tensor_is_named()
    {
        var model = Good();
        model.Graph.Node.First(node => node.OpType == "Relu").Input[0] = "lost";
        Assert.Contains("'lost'", Refused(model).Problem);
    }

    [Fact]
    public void The_number_of_labels_must_match()
    {
        var network = QdqImporter.Import(Good(), "bad.onnx");
        var settings = Packs.Settings(network);
        var error = Assert.Throws<InputException>(() => ModelPacker.Pack(network, settings with { Classes = [.. settings.Classes.Skip(1)] }, "bad.onnx"));
        Assert.Contains("7 outputs but 6 labels", error.Problem);
    }

    [Fact]
    public void The_front_end_must_match()
    {
        var network = QdqImporter.Import(Good(), "bad.onnx");
        var settings = Packs.Settings(network);
        var other = FrontEndTables.Build(new FrontEndConfiguration { Bands = 20 });
        Assert.Contains("bands", Assert.Throws<InputException>(() => ModelPacker.Pack(network, settings with { FrontEnd = other }, "x")).Problem);
        other = FrontEndTables.Build(new FrontEndConfiguration { Bands = network.Input.Frequency });
        Assert.Contains("scale", Assert.Throws<InputException>(() => ModelPacker.Pack(network, settings with { FrontEnd = other }, "x")).Problem);
    }

    [Fact]
    public void Impossible_choices_are_refused()
    {
        var network = QdqImporter.Import(Good(), "bad.onnx");
        var settings = Packs.Settings(network);
        Assert.Contains("every 3 columns", Assert.Throws<InputException>(() => ModelPacker.Pack(network, settings with { DecisionHop = 3 }, "x")).Problem);
        Assert.Contains("steps of 99", Assert.Throws<InputException>(() => ModelPacker.Pack(network, settings with { BlockColumns = 99 }, "x")).Problem);
        var padded = QdqImporter.Import(Topologies.All["asymmetric padding"]().Quantized(), "x");
        var error = Assert.Throws<InputException>(() => ModelPacker.Pack(padded, Packs.Settings(padded) with { Mode = ModelMode.Stream }, "x"));
        Assert.Contains("'conv1' pads time", error.Problem);
    }
}
