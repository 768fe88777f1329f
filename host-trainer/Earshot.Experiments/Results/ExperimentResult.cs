namespace Earshot.Experiments.Results;

/// <summary>
/// Everything that an experiment came to, as <c>results.json</c> in its folder holds it. Names in the file are in
/// snake_case. Reports are drawn from it alone; the models lie beside it in the folders of <see cref="Runs"/>.
/// </summary>
public sealed record ExperimentResult
{
    /// <summary>The version of the file's layout that this code writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The version of the file's layout.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The experiment's name.</summary>
    public required string Name { get; init; }

    /// <summary>The version of Earshot that ran it.</summary>
    public required string Version { get; init; }

    /// <summary>The command that repeats it.</summary>
    public required string Command { get; init; }

    /// <summary>When the last run ended, UTC.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>The data.</summary>
    public required DatasetSummary Dataset { get; init; }

    /// <summary>Every setting by its key in the YAML file, such as <c>training.augmentation.mix-share</c>, and its value.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>One for each held-out fold and seed, ordered by fold, then by seed.</summary>
    public required IReadOnlyList<FoldRun> Runs { get; init; }

    /// <summary>For each reported fold how its recipe was chosen; empty in an experiment without candidates.</summary>
    public IReadOnlyList<FoldSelection> Selection { get; init; } = [];

    /// <summary>The float models' figures over all runs.</summary>
    public required FormSummary Float { get; init; }

    /// <summary>The QDQ models' figures over all runs.</summary>
    public required FormSummary Qdq { get; init; }

    /// <summary>The packs' figures over all runs.</summary>
    public required FormSummary Pack { get; init; }

    /// <summary>The figures of one form.</summary>
    public FormSummary Of(ModelForm form) => form switch
    {
        ModelForm.Float => Float,
        ModelForm.Qdq => Qdq,
        _ => Pack,
    };
}
