namespace Earshot.Sweeps.Fronts;

/// <summary>
/// Sorts candidates by dominance: one dominates another when it is at least as good in every objective and better in one
/// (N. Srinivas, K. Deb, "Multiobjective optimization using nondominated sorting in genetic algorithms", 1994).
/// </summary>
public static class ParetoFront
{
    /// <summary>Whether the first dominates the second; every objective is minimised.</summary>
    /// <param name="first">Objectives of the first.</param>
    /// <param name="second">Objectives of the second, as many.</param>
    public static bool Dominates(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var isBetter = false;
        for (var i = 0; i < first.Count; i++)
        {
            if (!(first[i] <= second[i]))
            {
                return false;
            }

            isBetter |= first[i] < second[i];
        }

        return isBetter;
    }

    /// <summary>
    /// The rank of each candidate: 0 for those that none dominates, 1 for those that only candidates of rank 0 dominate, and
    /// so on. Candidates with equal objectives have equal ranks.
    /// </summary>
    /// <param name="candidates">The objectives of each, all minimised; negate what is to be maximised.</param>
    public static int[] Ranks(IReadOnlyList<IReadOnlyList<double>> candidates)
    {
        var ranks = new int[candidates.Count];
        var left = Enumerable.Range(0, candidates.Count).ToList();
        for (var rank = 0; left.Count > 0; rank++)
        {
            var front = left.Where(index => !left.Exists(other => Dominates(candidates[other], candidates[index]))).ToArray();
            foreach (var index in front)
            {
                ranks[index] = rank;
            }

            left.RemoveAll(front.Contains);
        }

        return ranks;
    }
}
