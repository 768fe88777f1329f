using Earshot.Sweeps.Fronts;

namespace Earshot.Sweeps.Tests;

public sealed class ParetoFrontTests
{
    [Fact]
    public void Ranks_follow_dominance()
    {
        // Error and cost, both minimised: a, b and c trade one for the other; d is beaten by b alone, e by d and what beats it.
        double[][] candidates = [[0.1, 30], [0.2, 20], [0.3, 10], [0.25, 20], [0.25, 25], [0.3, 10]];
        Assert.Equal([0, 0, 0, 1, 2, 0], ParetoFront.Ranks(candidates));
    }

    [Fact]
    public void A_third_objective_can_put_a_candidate_on_the_front()
    {
        double[][] candidates = [[0.1, 10, 5], [0.2, 20, 4], [0.2, 20, 5]];
        Assert.Equal([0, 0, 1], ParetoFront.Ranks(candidates));
    }

    [Fact]
    public void Every_rank_is_its_own_front()
    {
        var random = new Random(1);
        double[][] candidates = [.. Enumerable.Range(0, 200).Select(_ => new double[] { random.Next(30), random.Next(30), random.Next(30) })];
        var ranks = ParetoFront.Ranks(candidates);
        for (var i = 0; i < candidates.Length; i++)
        {
            var beating = Enumerable.Range(0, candidates.Length).Where(other => ParetoFront.Dominates(candidates[other], candidates[i])).Select(other => ranks[other]);
            Assert.Equal(beating.DefaultIfEmpty(-1).Max() + 1, ranks[i]);
        }
    }

    [Fact]
    public void Nothing_has_no_front() => Assert.Empty(ParetoFront.Ranks([]));

    [Theory]
    [InlineData(new double[] { 1, 1 }, new double[] { 1, 1 }, false)]
    [InlineData(new double[] { 1, 1 }, new double[] { 1, 2 }, true)]
    [InlineData(new double[] { 1, 3 }, new double[] { 1, 2 }, false)]
    [InlineData(new double[] { double.NaN, 1 }, new double[] { 1, 2 }, false)]
    public void Dominance_needs_one_better_and_none_worse(double[] first, double[] second, bool expected) =>
        Assert.Equal(expected, ParetoFront.Dominates(first, second));
}
