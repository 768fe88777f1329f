using Earshot.Training.Exporting;
using Earshot.Training.Features;
using Microsoft.ML.OnnxRuntime;

namespace Earshot.Training.Distillation;

/// <summary>A teacher, loaded and found to hear what the student hears.</summary>
internal sealed class TeacherModel : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();

    /// <exception cref="InputException">It is no model of ours, or hears other features, windows or classes.</exception>
    internal TeacherModel(Teacher teacher, FeatureSet set, int frames, int threads)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        try
        {
            _session = new InferenceSession(teacher.Model, options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new InputException(
                teacher.Origin, $"it is no model that ONNX Runtime can load ({exception.Message}).", "Give the float.onnx of a finished run.", exception);
        }

        try
        {
            CheckShape(teacher, set, frames);
            CheckMetadata(teacher, set);
        }
        catch (InputException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The logits of windows.</summary>
    /// <param name="features">[windows, 1, frames, bands].</param>
    /// <returns>[windows][classes], row-major.</returns>
    internal float[] Logits(OrtValue features)
    {
        using var results = _session.Run(_runOptions, [InferenceLowering.Features], [features], [InferenceLowering.Logits]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public void Dispose()
    {
        _session.Dispose();
        _runOptions.Dispose();
    }

    private void CheckShape(Teacher teacher, FeatureSet set, int frames)
    {
        if (!_session.InputMetadata.TryGetValue(InferenceLowering.Features, out var input)
            || !_session.OutputMetadata.TryGetValue(InferenceLowering.Logits, out var output))
        {
            throw new InputException(
                teacher.Origin, "it has no input 'features' or no output 'logits'.", "Give the float.onnx of a finished run.");
        }

        if (input.Dimensions is not [_, 1, var teacherFrames, var bands] || teacherFrames != frames || bands != set.Bands)
        {
            throw new InputException(
                teacher.Origin,
                $"it takes windows of {string.Join(" × ", input.Dimensions.Skip(2))}, and the student {frames} × {set.Bands} (frames × bands).",
                "Train teacher and student with the same window and the same front end.");
        }

        if (output.Dimensions is not [_, var classes] || classes != set.Labels.Count)
        {
            throw new InputException(
                teacher.Origin, $"it does not tell {set.Labels.Count} classes apart.", "Train teacher and student on the same classes.");
        }
    }

    private void CheckMetadata(Teacher teacher, FeatureSet set)
    {
        var metadata = _session.ModelMetadata.CustomMetadataMap;
        if (metadata.TryGetValue(FloatModel.LabelsKey, out var labels) && labels != string.Join('\n', set.Labels))
        {
            throw new InputException(
                teacher.Origin,
                $"its classes are {labels.ReplaceLineEndings(", ")}, and the student's {string.Join(", ", set.Labels)}.",
                "Train teacher and student on the same classes.");
        }

        foreach (var (key, value) in set.Metadata)
        {
            if (metadata.TryGetValue(key, out var other) && other != value)
            {
                // The front end's statistics are those of the training clips, so this also refuses a teacher that has heard
                // the student's held-out clips.
                throw new InputException(
                    teacher.Origin,
                    $"its '{key}' is not the student's: it hears other features, or was trained on other clips.",
                    "Train teacher and student on the same clips, with the same held-out fold and front end.");
            }
        }
    }
}
