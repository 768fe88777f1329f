using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Earshot.Training.Optimization;

/// <summary>Tensors that ONNX Runtime reads and writes in place.</summary>
internal static class OrtTensors
{
    /// <summary>A float tensor of zeros.</summary>
    internal static OrtValue Allocate(IReadOnlyList<int> shape)
    {
        var value = OrtValue.CreateAllocatedTensorValue(
            OrtAllocator.DefaultInstance, TensorElementType.Float, [.. shape.Select(size => (long)size)]);
        value.GetTensorMutableDataAsSpan<float>().Clear();
        return value;
    }
}
