namespace Earshot.Experiments.Running;

/// <summary>Finds, in other experiments, the models that may teach: those from which the same fold was kept.</summary>
internal static class TeacherRuns
{
    /// <summary>The run folders of all teachers' seeds that held out a fold; none without a teacher.</summary>
    /// <exception cref="InputException">A teacher is not finished, or did not hold out this fold.</exception>
    internal static IReadOnlyList<string> Of(ExperimentRequest request, int fold) =>
        [.. request.File.Configuration.Teacher.SelectMany(named => Of(request, named, fold))];

    private static string[] Of(ExperimentRequest request, string named, int fold)
    {
        var file = request.File;
        var (path, result) = OtherExperiment.Load(file, "teacher", named);
        if (!result.Dataset.Labels.SequenceEqual(request.Dataset.Labels))
        {
            throw file.Error("teacher", $"{path} was trained on other classes.", "Give an experiment on the same dataset.");
        }

        string[] runs = [.. result.Runs.Where(run => run.HeldOutFold == fold).Select(run => Path.Combine(path, run.Folder))];
        return runs.Length > 0
            ? runs
            : throw file.Error(
                "teacher",
                $"none of the models in {path} held out fold {fold}, so all of them have heard the clips that this one is to be tested on.",
                $"Run that experiment for fold {fold} as well, or leave the fold out of 'folds'.");
    }
}
