using Earshot.Onnx.Proto;
using Earshot.Quantization.Execution;

namespace Earshot.Quantization;

/// <summary>Class probabilities of many windows.</summary>
public sealed class Probabilities
{
    /// <summary>Wraps probabilities, [window][class].</summary>
    public Probabilities(float[] values, int classes)
    {
        (Values, Classes) = (values, classes);
    }

    /// <summary>[window][class], each row summing to about 1.</summary>
    public float[] Values { get; }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of windows.</summary>
    public int Count => Values.Length / Classes;

    /// <summary>The probabilities of one window.</summary>
    public ReadOnlySpan<float> Window(int index) => Values.AsSpan(index * Classes, Classes);

    /// <summary>The best class of one window; the first of equals.</summary>
    public int Best(int index)
    {
        var row = Window(index);
        return row.IndexOf(System.Numerics.Tensors.TensorPrimitives.Max(row));
    }

    /// <summary>The probabilities that a model gives to windows: softmax of its logits, in double precision.</summary>
    public static Probabilities Of(ModelProto model, string origin, FeatureWindows windows, bool bandsFirst, RunnerArithmetic arithmetic)
    {
        var outputs = ClassifierOutputs.Find(model, origin);
        using var runner = new ModelRunner(
            model, origin, [(outputs.Logits, TensorProto.Types.DataType.Float)], bandsFirst, arithmetic);
        return FromLogits(runner.Floats(windows, outputs.Logits), windows.Count);
    }

    /// <summary>Softmax of each row of [window][class].</summary>
    public static Probabilities FromLogits(ReadOnlySpan<float> logits, int windows)
    {
        var classes = logits.Length / windows;
        var values = new float[logits.Length];
        for (var window = 0; window < windows; window++)
        {
            var row = logits.Slice(window * classes, classes);
            var largest = System.Numerics.Tensors.TensorPrimitives.Max(row);
            var sum = 0.0;
            foreach (var logit in row)
            {
                sum += Math.Exp(logit - largest);
            }

            for (var index = 0; index < classes; index++)
            {
                values[window * classes + index] = (float)(Math.Exp(row[index] - largest) / sum);
            }
        }

        return new Probabilities(values, classes);
    }

    /// <summary>The fraction of windows in which both choose the same class.</summary>
    public double SameClass(Probabilities other) => (double)Enumerable.Range(0, Count).Count(window => Best(window) == other.Best(window)) / Count;

    /// <summary>The mean over windows of the Kullback-Leibler divergence of <paramref name="other"/> from these, in nats.</summary>
    public double Divergence(Probabilities other)
    {
        var sum = 0.0;
        for (var index = 0; index < Values.Length; index++)
        {
            var (p, q) = (Math.Max(Values[index], 1e-9), Math.Max(other.Values[index], 1e-9));
            sum += p * Math.Log(p / q);
        }

        return sum / Count;
    }
}
