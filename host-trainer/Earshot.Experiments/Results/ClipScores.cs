namespace Earshot.Experiments.Results;

/// <summary>What one run's three models said of one clip of the held-out fold.</summary>
public sealed record ClipScores
{
    /// <summary>The clip: its path relative to the dataset's folder with forward slashes, or its name where it is not a file.</summary>
    public required string Name { get; init; }

    /// <summary>The index of its class in <see cref="DatasetSummary.Labels"/>.</summary>
    public required int Label { get; init; }

    /// <summary>UrbanSound8K's salience: 1 in the foreground, 2 in the background; null where the dataset does not say.</summary>
    public int? Salience { get; init; }

    /// <summary>The clip's probabilities by the float model, [classes], each 0 to 1 with a sum of 1.</summary>
    public required float[] Float { get; init; }

    /// <summary>The same by the int8 QDQ model.</summary>
    public required float[] Qdq { get; init; }

    /// <summary>The same by the pack.</summary>
    public required float[] Pack { get; init; }

    /// <summary>The probabilities by one form, [classes].</summary>
    public float[] Of(ModelForm form) => form switch
    {
        ModelForm.Float => Float,
        ModelForm.Qdq => Qdq,
        _ => Pack,
    };
}
