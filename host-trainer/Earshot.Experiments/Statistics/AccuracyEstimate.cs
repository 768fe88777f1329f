namespace Earshot.Experiments.Statistics;

/// <summary>
/// An accuracy over folds and seeds. Seeds are repetitions of the same measurement, not further clips: they are averaged
/// within a fold and within a clip before anything else is computed, so more seeds never narrow an interval by themselves.
/// </summary>
public sealed record AccuracyEstimate
{
    /// <summary>The mean over folds of the mean over seeds, 0 to 1.</summary>
    public required double Mean { get; init; }

    /// <summary>The standard deviation (n − 1) of the folds' accuracies; null with one fold.</summary>
    public double? FoldDeviation { get; init; }

    /// <summary>The standard deviation (n − 1) of the seeds' accuracies, each a mean over all folds; null with one seed.</summary>
    public double? SeedDeviation { get; init; }

    /// <summary>
    /// Student's 95 % interval over folds, which includes how much folds differ from each other; null with one fold.
    /// </summary>
    public Interval? FoldInterval { get; init; }

    /// <summary>
    /// Wilson's 95 % interval over clips, with the share of right decisions over all seeds and with as many trials as
    /// there are clips. It describes other clips of the same kind.
    /// </summary>
    public required Interval ClipInterval { get; init; }

    /// <summary>Clips that were tested, each counted once.</summary>
    public required int Clips { get; init; }

    /// <summary>The accuracy of each fold, the mean over its seeds, by fold number ascending.</summary>
    public required IReadOnlyList<FoldAccuracy> Folds { get; init; }

    /// <summary>Estimates from decisions; null when there is none.</summary>
    public static AccuracyEstimate? Of(IReadOnlyCollection<Decision> decisions)
    {
        if (decisions.Count == 0)
        {
            return null;
        }

        FoldAccuracy[] folds = [.. decisions
            .GroupBy(decision => decision.Fold)
            .OrderBy(fold => fold.Key)
            .Select(fold => new FoldAccuracy(fold.Key, MeanOverSeeds(fold), fold.Select(decision => decision.Clip).Distinct().Count()))];
        double[] perFold = [.. folds.Select(fold => fold.Accuracy)];
        double[] perSeed = [.. decisions
            .GroupBy(decision => decision.Seed)
            .Select(seed => seed.GroupBy(decision => decision.Fold).Average(Share))];
        var clips = decisions.GroupBy(decision => (decision.Fold, decision.Clip)).ToArray();
        return new AccuracyEstimate
        {
            Mean = perFold.Average(),
            FoldDeviation = Spread.StandardDeviation(perFold),
            SeedDeviation = Spread.StandardDeviation(perSeed),
            FoldInterval = Interval.Student(perFold),
            ClipInterval = Interval.Wilson(clips.Average(Share), clips.Length),
            Clips = clips.Length,
            Folds = folds,
        };
    }

    private static double MeanOverSeeds(IEnumerable<Decision> fold) => fold.GroupBy(decision => decision.Seed).Average(Share);

    private static double Share(IEnumerable<Decision> decisions) => decisions.Average(decision => decision.IsRight ? 1.0 : 0.0);
}
