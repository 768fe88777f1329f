namespace Earshot.Experiments.Statistics;

/// <summary>How well one class is told from the others.</summary>
/// <param name="Label">The class.</param>
/// <param name="Precision">Of the clips that were taken for it, the share that is; 0 when none was taken for it.</param>
/// <param name="Recall">Of its clips, the share that was taken for it; 0 when it has none.</param>
/// <param name="F1">The harmonic mean of the two; 0 when both are 0.</param>
/// <param name="Clips">Its clips, once for each seed.</param>
public sealed record ClassMetrics(string Label, double Precision, double Recall, double F1, int Clips)
{
    /// <summary>The metrics of every class from a confusion matrix whose element [i][j] counts clips of i taken for j.</summary>
    public static IReadOnlyList<ClassMetrics> Of(IReadOnlyList<string> labels, int[][] confusion) =>
        [.. labels.Select((label, index) =>
        {
            var right = confusion[index][index];
            var clips = confusion[index].Sum();
            var taken = confusion.Sum(row => row[index]);
            return new ClassMetrics(
                label,
                Share(right, taken),
                Share(right, clips),
                Share(2 * right, clips + taken),
                clips);
        })];

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
