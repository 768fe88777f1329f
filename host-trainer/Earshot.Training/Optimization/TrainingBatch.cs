using Earshot.Training.Randomness;
using Microsoft.ML.OnnxRuntime;

namespace Earshot.Training.Optimization;

/// <summary>Everything a training step reads beside its state. It can be filled while another batch is learnt from.</summary>
internal sealed class TrainingBatch : IDisposable
{
    private readonly TrainingGraph _graph;
    private readonly float[][] _masks;

    internal TrainingBatch(TrainingGraph graph)
    {
        _graph = graph;
        var input = graph.Network.Input;
        FeatureTensor = OrtTensors.Allocate([graph.Batch, input.Channels, input.Height, input.Width]);
        Targets = new float[graph.Batch * graph.Network.Classes];
        Taught = new float[graph.Batch * graph.Network.Classes];
        _masks = [.. graph.DropoutMasks.Select(mask => new float[mask.Size])];
    }

    /// <summary>[batch, 1, frames, bands].</summary>
    internal OrtValue FeatureTensor { get; }

    /// <summary>[batch, 1, frames, bands].</summary>
    internal Span<float> Features => FeatureTensor.GetTensorMutableDataAsSpan<float>();

    /// <summary>[batch, classes]: target distributions.</summary>
    internal float[] Targets { get; }

    /// <summary>[batch, classes]: what teachers say of the windows; not read without distillation.</summary>
    internal float[] Taught { get; }

    /// <summary>What dropout multiplies with, by the name of the graph's input.</summary>
    internal IEnumerable<(string Name, float[] Values)> Masks => _graph.DropoutMasks.Zip(_masks, (mask, values) => (mask.Name, values));

    /// <summary>Draws what dropout drops.</summary>
    internal void DrawMasks(RandomSource random)
    {
        foreach (var (mask, values) in _graph.DropoutMasks.Zip(_masks))
        {
            mask.Draw(values, random);
        }
    }

    public void Dispose() => FeatureTensor.Dispose();
}
