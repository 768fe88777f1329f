using Earshot.Onnx.Proto;
using Google.Protobuf;

namespace Earshot.OnnxRuntimeTests;

/// <summary>A model that computes <c>y = x + 1</c> for x of shape [n, 2], n free.</summary>
internal static class SmallModel
{
    internal static byte[] Bytes()
    {
        var graph = new GraphProto { Name = "add-one" };
        graph.Node.Add(new NodeProto { OpType = "Add", Input = { "x", "one" }, Output = { "y" } });
        graph.Initializer.Add(
            new TensorProto { Name = "one", DataType = (int)TensorProto.Types.DataType.Float, Dims = { 1 }, FloatData = { 1f } });
        graph.Input.Add(Value("x"));
        graph.Output.Add(Value("y"));
        var model = new ModelProto { IrVersion = 8, ProducerName = "tests", ModelVersion = 7, Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = 17 });
        model.MetadataProps.Add(new StringStringEntryProto { Key = "labels", Value = "chien,vélo" });
        return model.ToByteArray();
    }

    private static ValueInfoProto Value(string name)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = "n" });
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = 2 });
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = shape };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }
}
