using Earshot.Onnx;
using Earshot.Training.Distillation;
using Earshot.Training.Exporting;

namespace Earshot.Pipeline;

/// <summary>A finished run with everything that it has learnt, the classes of auxiliary sounds included, which its model files have forgotten.</summary>
internal static class WholeTeacher
{
    /// <summary>Loads it.</summary>
    /// <param name="path">The run's folder.</param>
    /// <exception cref="InputException">It is no folder of a finished run, or its checkpoint is missing or of another network.</exception>
    internal static Teacher Load(string path)
    {
        if (File.Exists(path))
        {
            throw new InputException(
                path, "a model file says nothing of auxiliary sounds.", "Give the folder of a run that has learnt them, or leave the auxiliary sounds out.");
        }

        var run = new RunFolder(path).Load();
        string[] labels = [.. run.Labels, .. run.AuxiliaryLabels];
        var learnt = PretrainedRun.Learnt(path, run);
        return new Teacher(
            learnt.Origin, OnnxFile.ToBytes(new FloatModel(learnt.Weights, labels, FrontEndMetadata.Of(run.FrontEnd)).Model));
    }
}
