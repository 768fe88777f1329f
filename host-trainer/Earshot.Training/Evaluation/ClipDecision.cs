namespace Earshot.Training.Evaluation;

/// <summary>How the windows of a clip make one decision.</summary>
public static class ClipDecision
{
    /// <summary>
    /// The mean of the windows' probabilities, leaving out quiet windows; when all are quiet, the mean of all.
    /// </summary>
    /// <param name="probabilities">[windows][classes], row-major.</param>
    /// <param name="classes">Classes.</param>
    /// <param name="loud">For each window, whether it has a vote.</param>
    /// <returns>[classes].</returns>
    public static float[] Mean(ReadOnlySpan<float> probabilities, int classes, ReadOnlySpan<bool> loud)
    {
        var mean = new float[classes];
        var anyLoud = loud.Contains(true);
        var votes = 0;
        for (var window = 0; window < loud.Length; window++)
        {
            if (anyLoud && !loud[window])
            {
                continue;
            }

            votes++;
            for (var i = 0; i < classes; i++)
            {
                mean[i] += probabilities[(window * classes) + i];
            }
        }

        for (var i = 0; i < classes; i++)
        {
            mean[i] /= Math.Max(votes, 1);
        }

        return mean;
    }

    /// <summary>
    /// The share of votes that each class has, a window's vote being for its most probable class; quiet windows have none,
    /// unless all are quiet. The mean probability counts as one vote more: too little to outvote a window, enough to decide between
    /// equals.
    /// </summary>
    /// <param name="probabilities">[windows][classes], row-major.</param>
    /// <param name="classes">Classes.</param>
    /// <param name="loud">For each window, whether it has a vote.</param>
    /// <returns>[classes].</returns>
    public static float[] Majority(ReadOnlySpan<float> probabilities, int classes, ReadOnlySpan<bool> loud)
    {
        var result = Mean(probabilities, classes, loud);
        var anyLoud = loud.Contains(true);
        var votes = 1;
        for (var window = 0; window < loud.Length; window++)
        {
            if (!anyLoud || loud[window])
            {
                result[Best(probabilities.Slice(window * classes, classes))]++;
                votes++;
            }
        }

        for (var i = 0; i < classes; i++)
        {
            result[i] /= votes;
        }

        return result;
    }

    /// <summary>Decides by a rule.</summary>
    /// <inheritdoc cref="Mean"/>
    public static float[] By(DecisionRule rule, ReadOnlySpan<float> probabilities, int classes, ReadOnlySpan<bool> loud) =>
        rule == DecisionRule.Majority ? Majority(probabilities, classes, loud) : Mean(probabilities, classes, loud);

    /// <summary>The index of the largest value; the first of equals.</summary>
    public static int Best(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }
}
