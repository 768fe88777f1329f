using Earshot.Native;
using Earshot.Pipeline;
using Earshot.Quantization;
using Earshot.Training.Running;

namespace Earshot.Experiments.Configuration;

/// <summary>Everything that decides the outcome of an experiment. Its properties are the keys of the YAML file, in kebab-case.</summary>
public sealed record ExperimentConfiguration
{
    /// <summary>What reports call the experiment; the file's name when it is empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>The dataset: a folder relative to this file, or <c>synthetic</c> for the built-in set.</summary>
    public string Dataset { get; init; } = "";

    /// <summary>
    /// A dataset, relative to this file, of other sounds that every model learns to tell apart as well, and forgets when it is done: auxiliary classes. Classes
    /// of the dataset are left out of it, and so are the held-out fold and every recording in it. <c>training.augmentation.auxiliary-share</c> says
    /// how often they are heard. Empty for none.
    /// </summary>
    public string Auxiliary { get; init; } = "";

    /// <summary>The folds that are held out, one after the other; empty for all of the dataset's.</summary>
    public IReadOnlyList<int> Folds { get; init; } = [];

    /// <summary>The seeds; every fold is trained once with each.</summary>
    public IReadOnlyList<ulong> Seeds { get; init; } = [1];

    /// <summary>Which fold of the others chooses the epoch.</summary>
    public ValidationRule Validation { get; init; } = ValidationRule.None;

    /// <summary>
    /// The folders of other experiments, relative to this file, whose models teach these ones: for each held-out fold all
    /// those that held out the same fold. Empty for none. <c>training.distillation-weight</c> says how much they count.
    /// </summary>
    public IReadOnlyList<string> Teacher { get; init; } = [];

    /// <summary>
    /// The folder of another experiment, relative to this file, whose models these ones start from (transfer learning): for each
    /// held-out fold the one that held out the same fold, with the same seed where there is one. It has the same network and front
    /// end; its dataset may be another, with the same clips in the same folds or none of these. Empty to start from random weights.
    /// </summary>
    public string Pretrained { get; init; } = "";

    /// <summary>The front end. Its statistics are measured on each run's training clips.</summary>
    public FrontEndConfiguration FrontEnd { get; init; } = DefaultFrontEnd.Configuration;

    /// <summary>The training.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>How float becomes int8.</summary>
    public QuantizationOptions Quantization { get; init; } = new();

    /// <summary>
    /// Recipes to choose from, by name: each the keys of <c>front-end</c>, <c>training</c> and <c>quantization</c> that it changes. The
    /// choice for a reported fold is made on the other folds only. Empty for the one recipe above.
    /// </summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>The recipes that may be trained: every candidate's, or the one of an experiment without candidates.</summary>
    public IEnumerable<ExperimentConfiguration> Recipes() =>
        Candidates.Count == 0 ? [this] : Candidates.Select(candidate => WithCandidate(candidate.Name));

    /// <summary>The recipe of a candidate; null for the one of an experiment without candidates.</summary>
    public ExperimentConfiguration WithCandidate(string? name)
    {
        var candidate = Candidates.FirstOrDefault(item => item.Name == name);
        return candidate is null
            ? this
            : this with { FrontEnd = candidate.FrontEnd, Training = candidate.Training, Quantization = candidate.Quantization };
    }
}
