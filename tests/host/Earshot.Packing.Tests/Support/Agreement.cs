using Earshot.Onnx.Proto;
using Earshot.Onnx.Tensors;
using Earshot.Packing.Import;
using Earshot.Quantization;
using Earshot.Quantization.Execution;
using Earshot.Quantization.References;

namespace Earshot.Packing.Tests.Support;

/// <summary>How closely an imported network follows ONNX Runtime on random windows.</summary>
internal sealed record Agreement(int Values, int Equal, int LargestStep, int SameClass, int Windows)
{
    /// <summary>The project's bound: 99.9 % of values equal, none more than one step apart, same class in 99.9 %.</summary>
    public void AssertWithinBounds()
    {
        Assert.True(Equal >= 0.999 * Values, ToString());
        Assert.True(LargestStep <= 1, ToString());
        Assert.True(SameClass >= 0.999 * Windows, ToString());
    }

    public static Agreement Measure(ModelProto model, int windows, RunnerArithmetic arithmetic = RunnerArithmetic.Fused, TimeAxis timeAxis = TimeAxis.Height)
    {
        var network = QdqImporter.Import(model, "model.onnx", timeAxis);
        var features = new RandomWeights(7).Features(windows, network.Input.Columns, network.Input.Frequency, network.Input.Parameters);
        var expected = Reference(model, features, arithmetic, timeAxis);
        var actual = Enumerable.Range(0, windows).SelectMany(window => NetworkInterpreter.Logits(network, features.Window(window))).ToArray();
        return Compare(expected, actual, windows);
    }

    public static Agreement Compare(sbyte[] expected, sbyte[] actual, int windows)
    {
        Assert.Equal(expected.Length, actual.Length);
        var classes = expected.Length / windows;
        var pairs = expected.Zip(actual).ToArray();
        return new Agreement(
            expected.Length,
            pairs.Count(pair => pair.First == pair.Second),
            pairs.Max(pair => Math.Abs(pair.First - pair.Second)),
            Enumerable.Range(0, windows).Count(window => Best(expected, window, classes) == Best(actual, window, classes)),
            windows);
    }

    /// <summary>The int8 logits that ONNX Runtime computes; uint8 ones are shifted to int8.</summary>
    public static sbyte[] Reference(ModelProto model, FeatureWindows features, RunnerArithmetic arithmetic, TimeAxis timeAxis)
    {
        var logits = ClassifierOutputs.Find(model, "model.onnx").QuantizedLogits(model.Graph, "model.onnx");
        var quantizer = model.Graph.Node.First(node => node.Output.Contains(logits));
        var type = model.Graph.Initializer.First(tensor => tensor.Name == quantizer.Input[2]).ElementType();
        using var runner = new ModelRunner(model, "model.onnx", [(logits, type)], timeAxis == TimeAxis.Width, arithmetic);
        if (type == TensorProto.Types.DataType.Int8)
        {
            return runner.Bytes(features, logits);
        }

        List<sbyte> shifted = [];
        runner.Run(features, [logits], (_, _, values) =>
        {
            foreach (var value in values[0].GetTensorDataAsSpan<byte>())
            {
                shifted.Add((sbyte)(value - 128));
            }
        });
        return [.. shifted];
    }

    private static int Best(sbyte[] logits, int window, int classes) =>
        Array.IndexOf(logits, logits.AsSpan(window * classes, classes).ToArray().Max(), window * classes, classes);
}
