namespace Earshot.Reports.Training;

/// <summary>How one form of the model did on the held-out clips.</summary>
/// <param name="Name">The form: float, int8 QDQ or pack.</param>
/// <param name="Counts">Number of clips; first index the true class, second the answer.</param>
public sealed record EvaluationRecord(string Name, int[,] Counts)
{
    /// <summary>Number of clips.</summary>
    public int Clips => Counts.Cast<int>().Sum();

    /// <summary>Share of clips that were right, 0 to 1.</summary>
    public double Accuracy => Clips == 0 ? 0 : Enumerable.Range(0, Counts.GetLength(0)).Sum(i => Counts[i, i]) / (double)Clips;

    /// <summary>Share of a class's clips that were recognised, 0 to 1; not a number where it has none.</summary>
    public double Recall(int label) => Counts[label, label] / (double)Enumerable.Range(0, Counts.GetLength(1)).Sum(i => Counts[label, i]);

    /// <summary>Share of the answers of a class that were right, 0 to 1; not a number where there was none.</summary>
    public double Precision(int label) => Counts[label, label] / (double)Enumerable.Range(0, Counts.GetLength(0)).Sum(i => Counts[i, label]);
}
