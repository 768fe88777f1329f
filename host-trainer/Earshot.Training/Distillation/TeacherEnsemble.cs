using System.Numerics.Tensors;
using Earshot.Training.Features;
using Microsoft.ML.OnnxRuntime;

namespace Earshot.Training.Distillation;

/// <summary>
/// What one or several teachers say of the very windows that the student learns from, mixed and varied as they are
/// (Hinton et al., "Distilling the knowledge in a neural network", 2015; Beyer et al., "Knowledge distillation: a good
/// teacher is patient and consistent", 2022).
/// </summary>
internal sealed class TeacherEnsemble : IDisposable
{
    private readonly List<TeacherModel> _models = [];
    private readonly float[] _row;

    /// <param name="teachers">At least one.</param>
    /// <param name="set">The student's clips: features and classes must be the teachers'.</param>
    /// <param name="frames">Frames in a window.</param>
    /// <param name="temperature">What logits are divided by before softmax.</param>
    /// <param name="threads">Threads; 0 for one a processor core.</param>
    /// <exception cref="InputException">A teacher does not fit the student.</exception>
    internal TeacherEnsemble(IReadOnlyList<Teacher> teachers, FeatureSet set, int frames, float temperature, int threads)
    {
        Temperature = temperature;
        _row = new float[set.Labels.Count];
        try
        {
            foreach (var teacher in teachers)
            {
                _models.Add(new TeacherModel(teacher, set, frames, threads));
            }
        }
        catch (InputException)
        {
            Dispose();
            throw;
        }
    }

    internal float Temperature { get; }

    /// <summary>Writes the mean of the teachers' probabilities, softened by the temperature.</summary>
    /// <param name="features">[batch, 1, frames, bands].</param>
    /// <param name="probabilities">[batch, classes].</param>
    internal void Score(OrtValue features, Span<float> probabilities)
    {
        probabilities.Clear();
        foreach (var model in _models)
        {
            var logits = model.Logits(features);
            TensorPrimitives.Multiply(logits, 1 / Temperature, logits);
            for (var start = 0; start < logits.Length; start += _row.Length)
            {
                var row = logits.AsSpan(start, _row.Length);
                TensorPrimitives.Subtract(row, TensorPrimitives.Max<float>(row), row);
                TensorPrimitives.SoftMax(row, _row);
                var sum = probabilities.Slice(start, _row.Length);
                TensorPrimitives.MultiplyAdd(_row, 1f / _models.Count, sum, sum);
            }
        }
    }

    public void Dispose()
    {
        foreach (var model in _models)
        {
            model.Dispose();
        }
    }
}
