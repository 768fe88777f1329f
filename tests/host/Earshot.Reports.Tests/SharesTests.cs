using Earshot.Reports.Html;

namespace Earshot.Reports.Tests;

public sealed class SharesTests
{
    [Theory]
    [InlineData(0.874, 0.875, "−0.1 points")]
    [InlineData(0.9, 0.875, "+2.5 points")]
    [InlineData(0.875, 0.875, "±0.0 points")]
    public void A_difference_has_its_sign(double share, double reference, string expected) =>
        Assert.Equal(expected, Shares.Difference(share, reference));
}
