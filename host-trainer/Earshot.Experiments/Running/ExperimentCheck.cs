using Earshot.Datasets;
using Earshot.Experiments.Configuration;
using Earshot.Native;
using Earshot.Training.Models;
using Earshot.Training.Running;
using Earshot.Yaml;

namespace Earshot.Experiments.Running;

/// <summary>Refuses what cannot be run before anything is computed, naming the key and its line.</summary>
internal static class ExperimentCheck
{
    /// <exception cref="InputException">A value is out of range, or the values together make no experiment.</exception>
    internal static void Check(ExperimentFile file, Dataset dataset, Dataset? auxiliary)
    {
        var configuration = file.Configuration;
        CheckFolds(file, configuration, dataset);
        CheckAuxiliary(file, configuration, dataset, auxiliary);
        if (configuration.Seeds.Count == 0 || configuration.Seeds.Distinct().Count() < configuration.Seeds.Count)
        {
            throw file.Error("seeds", "it is empty, or has a seed twice.", "List different seeds, such as [1, 2, 3].");
        }

        CheckRecipe(file, configuration, dataset, "");
        foreach (var candidate in configuration.Candidates)
        {
            CheckRecipe(file, configuration.WithCandidate(candidate.Name), dataset, $"candidates.{candidate.Name}.");
        }

        if (configuration.Candidates.Count == 1)
        {
            throw file.Error("candidates", "there is only one.", "Give two or more to choose from, or put its keys into the experiment itself.");
        }

        if (configuration.Candidates.Count > 0 && (configuration.Teacher.Count > 0 || configuration.Pretrained.Length > 0))
        {
            var (key, what) = configuration.Teacher.Count > 0 ? ("teacher", "teacher") : ("pretrained", "pretrained model");
            throw file.Error(
                key,
                $"candidates are judged by models that two folds were kept from, and no {what} was kept from both.",
                $"Choose among candidates without a {what}, or leave the candidates out.");
        }
    }

    private static void CheckFolds(ExperimentFile file, ExperimentConfiguration configuration, Dataset dataset)
    {
        if (configuration.Folds.FirstOrDefault(fold => !dataset.Folds.Contains(fold), int.MinValue) is var stranger and not int.MinValue)
        {
            throw file.Error(
                "folds", $"{dataset.Name} has no fold {stranger}.", $"Choose among its folds: {string.Join(", ", dataset.Folds)}.");
        }

        if (configuration.Folds.Distinct().Count() < configuration.Folds.Count)
        {
            throw file.Error("folds", "it has a fold twice.", "List each fold once.");
        }

        var needed = 2 + (configuration.Validation == ValidationRule.None ? 0 : 1) + (configuration.Candidates.Count == 0 ? 0 : 1);
        if (dataset.Folds.Count < needed)
        {
            throw file.Error(
                "dataset",
                $"{dataset.Name} has {dataset.Folds.Count} fold(s), and this needs {needed}: one to report, one to train on"
                + (configuration.Validation == ValidationRule.None ? "" : ", one for 'validation'")
                + (configuration.Candidates.Count == 0 ? "." : ", one for 'candidates'."),
                "Take a dataset with more folds, or leave those keys out.");
        }

        if (configuration.Validation == ValidationRule.None && configuration.Training.Patience > 0)
        {
            throw file.Error("training.patience", "nothing tells when to stop without a validation fold.", "Add 'validation: next-fold', or leave it 0.");
        }
    }

    private static void CheckAuxiliary(ExperimentFile file, ExperimentConfiguration configuration, Dataset dataset, Dataset? auxiliary)
    {
        if (auxiliary is null)
        {
            return;
        }

        foreach (var fold in ExperimentPlan.ReportedFolds(configuration, dataset))
        {
            file.Read("auxiliary", () => AuxiliarySounds.Of(auxiliary, dataset, [fold]));
        }
    }

    private static void CheckRecipe(ExperimentFile file, ExperimentConfiguration recipe, Dataset dataset, string path)
    {
        Guard(file, recipe.FrontEnd, path + "front-end.", recipe.FrontEnd.Validate);
        Guard(file, recipe.Training, path + "training.", recipe.Training.Validate);
        Guard(file, recipe.Quantization, path + "quantization.", recipe.Quantization.Validate);
        file.Read(
            path + "training.model",
            () => ModelZoo.Build(recipe.Training.Model, recipe.Training.WindowFrames, recipe.FrontEnd.Bands, dataset.Labels.Count));
    }

    /// <summary>Turns an error that names a property into one that names the key and its line.</summary>
    private static void Guard(ExperimentFile file, object options, string path, Action check)
    {
        try
        {
            check();
        }
        catch (InputException exception)
        {
            // Checks name the property either as the origin or as the first word of the problem.
            var key = ConfigurationReader.KeyOf(exception.Origin.Split('.')[^1], options, path, ExperimentKeys.IsKey)
                ?? ConfigurationReader.KeyOf(exception.Problem.Split(' ')[0], options, path, ExperimentKeys.IsKey)
                ?? path.TrimEnd('.');
            throw file.Error(key, exception.Problem, exception.Remedy, exception);
        }
    }
}
