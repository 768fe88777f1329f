using Xunit;

namespace Earshot.Pipeline.Tests;

public sealed class LogitAgreementTests
{
    private static readonly LogitAgreement None = new(0, 0, 0, 0, 0);

    [Fact]
    public void EqualLogitsAgreeCompletely()
    {
        var agreement = None.With([1, 5, -3, 7, 2, 2], [1, 5, -3, 7, 2, 2], 3);

        Assert.Equal((1.0, 0, 1.0, 2L), (agreement.EqualShare, agreement.LargestDifference, agreement.SameClassShare, agreement.Windows));
    }

    [Fact]
    public void AStepAndAnotherClassAreCounted()
    {
        var agreement = None.With([1, 5, -3, 7, 2, 2], [1, 6, -3, 2, 7, 2], 3);

        Assert.Equal(0.5, agreement.EqualShare);
        Assert.Equal(5, agreement.LargestDifference);
        Assert.Equal(0.5, agreement.SameClassShare);
    }

    [Fact]
    public void SidesOfDifferentLengthAreRefused() => Assert.Throws<ArgumentException>(() => None.With([1, 2], [1], 1));
}
