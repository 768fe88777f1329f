using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Packing.Import;
using Earshot.Packing.Network;
using Earshot.Quantization;
using Earshot.Quantization.Execution;
using Earshot.Quantization.References;

namespace Earshot.Packing.Tests;

/// <summary>How closely the imported network follows ONNX Runtime on random windows.</summary>
internal sealed record Agreement(int Values, int Equal, int LargestStep, int SameClass, int Windows)
{
    public static Agreement Measure(
        ModelProto model, RunnerArithmetic arithmetic, int windows = 200, int seed = 7, TimeAxis timeAxis = TimeAxis.Height)
    {
        var network = QdqImporter.Import(model, "model.onnx", timeAxis);
        var features = new RandomWeights(seed).Features(windows, network.Input.Columns, network.Input.Frequency, network.Input.Parameters);
        return Measure(network, model, features, arithmetic, timeAxis);
    }

    public static Agreement Measure(
        QuantizedNetwork network, ModelProto model, FeatureWindows features, RunnerArithmetic arithmetic, TimeAxis timeAxis)
    {
        var expected = Reference(model, features, arithmetic, timeAxis);
        var classes = network.Classes;
        var (equal, largest, same) = (0, 0, 0);
        for (var window = 0; window < features.Count; window++)
        {
            var actual = NetworkInterpreter.Logits(network, features.Window(window));
            var wanted = expected.AsSpan(window * classes, classes);
            for (var index = 0; index < classes; index++)
            {
                equal += actual[index] == wanted[index] ? 1 : 0;
                largest = Math.Max(largest, Math.Abs(actual[index] - wanted[index]));
            }

            same += wanted.IndexOf(actual.Max()) is var place && place >= 0 && Array.IndexOf(actual, actual.Max()) == wanted.IndexOf(wanted.ToArray().Max())
                ? 1 : 0;
        }

        return new Agreement(classes * features.Count, equal, largest, same, features.Count);
    }

    public static sbyte[] Reference(ModelProto model, FeatureWindows features, RunnerArithmetic arithmetic, TimeAxis timeAxis)
    {
        var logits = ClassifierOutputs.Find(model, "model.onnx").QuantizedLogits(model.Graph, "model.onnx");
        using var runner = new ModelRunner(
            model, "model.onnx", [(logits, TensorProto.Types.DataType.Int8)], timeAxis == TimeAxis.Width, arithmetic);
        return runner.Bytes(features, logits);
    }
}
