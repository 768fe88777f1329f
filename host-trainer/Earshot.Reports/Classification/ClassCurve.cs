namespace Earshot.Reports.Classification;

/// <summary>The receiver operating characteristic of one class against all others.</summary>
/// <param name="Label">The class.</param>
/// <param name="Points">
/// Share of the other classes' clips that are taken for this class, and share of its own clips that are, both 0 to 1 and
/// ascending as the threshold falls, from (0, 0) to (1, 1).
/// </param>
/// <param name="Area">The area under the curve, 0 to 1.</param>
public sealed record ClassCurve(string Label, IReadOnlyList<(double FalsePositives, double TruePositives)> Points, double Area)
{
    /// <summary>The share of own clips that is reached at a share of others; on the line between two points.</summary>
    public double At(double falsePositives)
    {
        var next = Points.Count;
        while (next > 0 && Points[next - 1].FalsePositives > falsePositives)
        {
            next--;
        }

        if (next == 0 || next == Points.Count)
        {
            return next == 0 ? 0 : Points[^1].TruePositives;
        }

        var (before, after) = (Points[next - 1], Points[next]);
        var place = (falsePositives - before.FalsePositives) / (after.FalsePositives - before.FalsePositives);
        return before.TruePositives + (place * (after.TruePositives - before.TruePositives));
    }
}
