using Earshot.Training.Randomness;
using Xunit;

namespace Earshot.Training.Tests.Randomness;

public class RandomSourceTests
{
    [Fact]
    public void TheSequenceOfAStateIsXoshiro256StarStar()
    {
        // First outputs of the authors' reference code for the state 1, 2, 3, 4 (https://prng.di.unimi.it).
        var random = new RandomSource(0) { State = [1, 2, 3, 4] };
        Assert.Equal(11520UL, random.NextBits());
        Assert.Equal(0UL, random.NextBits());
        Assert.Equal(1509978240UL, random.NextBits());
        Assert.Equal(1215971899390074240UL, random.NextBits());
    }

    [Fact]
    public void ARestoredStateGoesOn()
    {
        var random = new RandomSource(42);
        random.NextBits();
        var state = random.State;
        var expected = random.NextNormal();
        Assert.Equal(expected, new RandomSource(7) { State = state }.NextNormal());
    }

    [Fact]
    public void MomentsAreRight()
    {
        var random = new RandomSource(1);
        var normal = Enumerable.Range(0, 20000).Select(_ => (double)random.NextNormal()).ToArray();
        Assert.Equal(0, normal.Average(), 0.03);
        Assert.Equal(1, normal.Average(x => x * x), 0.05);
        var beta = Enumerable.Range(0, 20000).Select(_ => (double)random.NextBeta(0.4f)).ToArray();
        Assert.Equal(0.5, beta.Average(), 0.02);
        // The variance of Beta(a, a) is 1 / (4 (2a + 1)).
        Assert.Equal(1 / 7.2, beta.Average(x => (x - 0.5) * (x - 0.5)), 0.01);
        var counts = new int[5];
        for (var i = 0; i < 20000; i++)
        {
            counts[random.NextInt(5)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 3800, 4200));
    }
}
