using System.Reflection;
using Earshot.Datasets;
using Earshot.Experiments.Configuration;
using Earshot.Experiments.Running;

namespace Earshot.Experiments.Results;

/// <summary>Makes an experiment's result from its runs.</summary>
internal static class ExperimentResults
{
    internal static ExperimentResult Create(ExperimentRequest request, IReadOnlyList<FoldSelection> selection, IReadOnlyList<FoldRun> runs) => new()
    {
        Name = request.File.Configuration.Name,
        Version = typeof(ExperimentResults).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
        Command = request.Command,
        Finished = DateTimeOffset.UtcNow,
        Dataset = Describe(request.Dataset),
        Settings = ConfigurationWriter.Settings(request.File.Configuration),
        Runs = runs,
        Selection = selection,
        Float = Summaries.Of(request.Dataset.Labels, runs, ModelForm.Float),
        Qdq = Summaries.Of(request.Dataset.Labels, runs, ModelForm.Qdq),
        Pack = Summaries.Of(request.Dataset.Labels, runs, ModelForm.Pack),
    };

    private static DatasetSummary Describe(Dataset dataset) => new()
    {
        Name = dataset.Name,
        Labels = dataset.Labels,
        Folds = dataset.Folds,
        Clips = dataset.Clips.Count,
        ClipsOfClass = [.. dataset.Labels.Select(label => dataset.Clips.Count(clip => clip.Label == label))],
    };
}
