using Earshot.Experiments.Configuration;
using Earshot.Experiments.Results;
using Earshot.Experiments.Running;
using Xunit;

namespace Earshot.Experiments.Tests.Running;

/// <summary>Which folds are used for what.</summary>
public sealed class ExperimentPlanTests
{
    private static readonly int[] Folds = [1, 2, 3, 5];

    [Fact]
    public void TheValidationFoldIsTheNextOneThatIsNotLeftOut()
    {
        Assert.Equal(2, ExperimentPlan.ValidationFold(ValidationRule.NextFold, Folds, 1));
        Assert.Equal(5, ExperimentPlan.ValidationFold(ValidationRule.NextFold, Folds, 3));
        Assert.Equal(1, ExperimentPlan.ValidationFold(ValidationRule.NextFold, Folds, 5));
        Assert.Equal(3, ExperimentPlan.ValidationFold(ValidationRule.NextFold, Folds, 1, 2));
        Assert.Equal(1, ExperimentPlan.ValidationFold(ValidationRule.NextFold, Folds, 5, 3));
        Assert.Null(ExperimentPlan.ValidationFold(ValidationRule.None, Folds, 1));
    }

    [Fact]
    public void FiveFoldsNeedTenPairs()
    {
        int[] folds = [1, 2, 3, 4, 5];

        Assert.Equal(10, ExperimentPlan.Pairs(folds, folds).Count);
        Assert.Equal([(1, 2), (1, 3), (1, 4), (1, 5)], ExperimentPlan.Pairs(folds, [1]));
    }

    [Fact]
    public void AFoldIsJudgedByWhatItsPairsSayOfTheOthers()
    {
        var pair = new PairScore(1, 2, FirstAccuracy: 0.1, FirstLoss: 1, SecondAccuracy: 0.9, SecondLoss: 2);

        Assert.Equal((0.9, 2.0), pair.WhenReporting(1));
        Assert.Equal((0.1, 1.0), pair.WhenReporting(2));
        Assert.Null(pair.WhenReporting(3));
    }

    [Fact]
    public void TheLossDecidesBetweenEquals() => Assert.Equal(
        "b",
        CandidateSelection.Best([new SelectionScore("a", 0.8, 0.5), new SelectionScore("b", 0.8, 0.4), new SelectionScore("c", 0.7, 0.1)]));
}
