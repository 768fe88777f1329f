using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Microsoft.ML.OnnxRuntime;
using DataType = Earshot.Onnx.Proto.TensorProto.Types.DataType;

namespace Earshot.Quantization.Execution;

/// <summary>Runs a classifier in ONNX Runtime over windows of features and hands out any of its tensors.</summary>
public sealed class ModelRunner : IDisposable
{
    private const int BatchSize = 32;
    private readonly InferenceSession _session;
    private readonly SessionOptions _options;
    private readonly RunOptions _run = new();
    private readonly string _input;
    private readonly int[] _inputShape;
    private readonly bool _bandsFirst;

    /// <summary>Opens a model.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="origin">The file, for errors.</param>
    /// <param name="extraOutputs">Tensors inside the graph to hand out as well, and their element types.</param>
    /// <param name="bandsFirst">Whether the model keeps time in the last axis.</param>
    /// <param name="arithmetic">How a quantised model is computed.</param>
    /// <exception cref="InputException">ONNX Runtime refuses the model.</exception>
    public ModelRunner(
        ModelProto model,
        string origin,
        IEnumerable<(string Tensor, DataType Type)>? extraOutputs = null,
        bool bandsFirst = false,
        RunnerArithmetic arithmetic = RunnerArithmetic.AsWritten)
    {
        var copy = model.Clone();
        var known = copy.Graph.Output.Select(output => output.Name).Concat(copy.Graph.Input.Select(input => input.Name)).ToHashSet();
        foreach (var (tensor, type) in extraOutputs ?? [])
        {
            if (known.Add(tensor))
            {
                copy.Graph.Output.Add(ValueInfoFactory.Unshaped(tensor, type));
            }
        }

        _input = copy.Graph.Input[0].Name;
        _inputShape = [.. copy.Graph.Input[0].Type.TensorType.Shape.Dim.Skip(1).Select(dimension => (int)dimension.DimValue)];
        _bandsFirst = bandsFirst;
        _options = Options(arithmetic);
        try
        {
            _session = new InferenceSession(OnnxFile.ToBytes(copy), _options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new InputException(origin, $"ONNX Runtime refuses the model: {exception.Message}", "Export the model again.", exception);
        }
    }

    /// <summary>
    /// Runs all windows in batches. <paramref name="visit"/> gets the place of the batch's first window, their number and
    /// the requested tensors, which are valid during the call only.
    /// </summary>
    public void Run(FeatureWindows windows, IReadOnlyCollection<string> tensors, Action<int, int, IReadOnlyList<OrtValue>> visit)
    {
        for (var first = 0; first < windows.Count; first += BatchSize)
        {
            var count = Math.Min(BatchSize, windows.Count - first);
            using var input = OrtValue.CreateTensorValueFromMemory(
                windows.Dequantize(first, count, _bandsFirst), [count, .. _inputShape.Select(size => (long)size)]);
            using var outputs = _session.Run(_run, new Dictionary<string, OrtValue> { [_input] = input }, tensors);
            visit(first, count, outputs);
        }
    }

    /// <summary>Runs all windows and returns one FLOAT tensor of each, window after window.</summary>
    public float[] Floats(FeatureWindows windows, string tensor) => Collect<float>(windows, tensor);

    /// <summary>Runs all windows and returns one INT8 tensor of each, window after window.</summary>
    public sbyte[] Bytes(FeatureWindows windows, string tensor) => Collect<sbyte>(windows, tensor);

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _options.Dispose();
        _run.Dispose();
    }

    private T[] Collect<T>(FeatureWindows windows, string tensor)
        where T : unmanaged
    {
        List<T> values = [];
        Run(windows, [tensor], (_, _, outputs) => values.AddRange(outputs[0].GetTensorDataAsSpan<T>()));
        return [.. values];
    }

    private static SessionOptions Options(RunnerArithmetic arithmetic)
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            GraphOptimizationLevel = arithmetic == RunnerArithmetic.AsWritten
                ? GraphOptimizationLevel.ORT_DISABLE_ALL
                : GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        if (arithmetic == RunnerArithmetic.Fused)
        {
            options.AddSessionConfigEntry("session.x64quantprecision", "1");
        }

        return options;
    }
}
