using Earshot.Training.Exporting;
using Earshot.Training.Features;
using Microsoft.ML.OnnxRuntime;

namespace Earshot.Training.Evaluation;

/// <summary>
/// Runs an ONNX model of the form of <see cref="FloatModel"/>, float or QDQ, over windows of int8 features.
/// </summary>
public sealed class WindowScorer : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();

    /// <summary>Loads a model.</summary>
    /// <param name="model">The bytes of the ONNX model.</param>
    /// <param name="threads">Threads; 0 for one a processor core.</param>
    public WindowScorer(byte[] model, int threads = 0)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        // Without it a QDQ model saturates on x86 processors that lack VNNI.
        options.AddSessionConfigEntry("session.x64quantprecision", "1");
        _session = new InferenceSession(model, options);
        var input = _session.InputMetadata[InferenceLowering.Features];
        WindowFrames = input.Dimensions[2];
        Bands = input.Dimensions[3];
        Classes = _session.OutputMetadata[InferenceLowering.Probabilities].Dimensions[1];
    }

    /// <summary>Frames in a window.</summary>
    public int WindowFrames { get; }

    /// <summary>Mel bands.</summary>
    public int Bands { get; }

    /// <summary>Classes.</summary>
    public int Classes { get; }

    /// <summary>The probabilities of every full window of a clip.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="hop">Frames from one window to the next.</param>
    /// <param name="scale">What a step of the integers stands for.</param>
    /// <param name="zeroPoint">The integer that stands for zero.</param>
    /// <param name="output">The output to read: <c>probabilities</c> or <c>logits</c>.</param>
    /// <returns>[windows][classes], row-major.</returns>
    public float[] Score(
        FeatureClip clip, int hop, float scale, int zeroPoint, string output = InferenceLowering.Probabilities)
    {
        var windows = QuietGate.WindowCount(clip.Frames, WindowFrames, hop);
        if (windows == 0)
        {
            return [];
        }

        var size = WindowFrames * Bands;
        var features = new float[windows * size];
        for (var window = 0; window < windows; window++)
        {
            var values = clip.Values.AsSpan(window * hop * Bands, size);
            for (var i = 0; i < size; i++)
            {
                features[(window * size) + i] = (values[i] - zeroPoint) * scale;
            }
        }

        using var input = OrtValue.CreateTensorValueFromMemory(features, [windows, 1, WindowFrames, Bands]);
        using var results = _session.Run(_runOptions, [InferenceLowering.Features], [input], [output]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _runOptions.Dispose();
    }
}
