using Earshot.Training.Graphs;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;

namespace Earshot.Training.Tests.Graphs;

/// <summary>Runs a graph in ONNX Runtime with named float inputs.</summary>
internal sealed class GraphRunner : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options = new();

    internal GraphRunner(GraphBuilder graph) => _session = new InferenceSession(graph.Build("test").ToByteArray());

    internal float[][] Run(IReadOnlyDictionary<string, (float[] Values, int[] Shape)> inputs)
    {
        var values = _session.InputNames.ToDictionary(
            name => name,
            name => OrtValue.CreateTensorValueFromMemory(
                inputs[name].Values, [.. inputs[name].Shape.Select(size => (long)size)]));
        try
        {
            using var results = _session.Run(_options, values, _session.OutputNames);
            return [.. results.Select(result => result.GetTensorDataAsSpan<float>().ToArray())];
        }
        finally
        {
            foreach (var value in values.Values)
            {
                value.Dispose();
            }
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _options.Dispose();
    }
}
