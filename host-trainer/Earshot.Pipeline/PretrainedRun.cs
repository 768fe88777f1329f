using Earshot.Native;
using Earshot.Training.Running;

namespace Earshot.Pipeline;

/// <summary>Finds what a finished run has learnt, and whether another may start from it.</summary>
public static class PretrainedRun
{
    /// <summary>Loads it.</summary>
    /// <param name="path">The finished run's folder.</param>
    /// <param name="options">The options of the run that is to start from it.</param>
    /// <param name="frontEnd">The front end of the run that is to start from it.</param>
    /// <exception cref="InputException">The folder holds no finished run, or one that hears or is something else.</exception>
    public static PretrainedModel Load(string path, TrainingOptions options, FrontEndConfiguration frontEnd)
    {
        var run = new RunFolder(path).Load();
        Require(run.Training.Model, options.Model, "the same model");
        Require(run.Training.WindowFrames, options.WindowFrames, "windows of as many frames");
        foreach (var property in typeof(FrontEndConfiguration).GetProperties().Where(property => property.Name != nameof(FrontEndConfiguration.Statistics)))
        {
            Require(property.GetValue(run.FrontEnd), property.GetValue(frontEnd), $"a front end whose {property.Name} is the same");
        }

        return Learnt(path, run);

        void Require(object? there, object? here, string what)
        {
            if (!Equals(there, here))
            {
                throw new InputException(
                    path,
                    FormattableString.Invariant($"a training cannot start from it: it has {there}, and the training {here}."),
                    $"Give a run with {what}, or train with {there}.");
            }
        }
    }

    /// <summary>Everything that a finished run has learnt, the classes of auxiliary sounds included.</summary>
    internal static PretrainedModel Learnt(string path, RunConfiguration run) =>
        PretrainedModel.Load(path, run.Training, run.FrontEnd.Bands, run.Labels.Count + run.AuxiliaryLabels.Count);
}
