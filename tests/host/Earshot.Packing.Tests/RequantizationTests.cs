using Earshot.Packing.Format;

namespace Earshot.Packing.Tests;

public class RequantizationTests
{
    [Theory]
    [InlineData(0.2499)]
    [InlineData(0.001)]
    [InlineData(1.0)]
    [InlineData(3.7)]
    [InlineData(1e-8)]
    public void The_largest_factor_uses_31_bits(double factor)
    {
        var encoded = Requantization.Encode([factor, factor / 5]);
        Assert.InRange(encoded.Multipliers[0], 1 << 30, int.MaxValue);
        Assert.Equal(factor, Math.ScaleB(encoded.Multipliers[0], -encoded.Shift), factor * 1e-9);
        Assert.Equal(factor / 5, Math.ScaleB(encoded.Multipliers[1], -encoded.Shift), factor * 1e-9);
    }

    [Fact]
    public void A_factor_just_below_a_power_of_two_does_not_overflow() =>
        Assert.InRange(Requantization.Encode([Math.BitDecrement(0.25)]).Multipliers[0], 1 << 30, int.MaxValue);

    [Fact]
    public void A_factor_of_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Requantization.Encode([0]));

    [Fact]
    public void Weighted_layers_take_the_fast_shift_where_it_is_exact()
    {
        double[] factors = [0.0031f, 0.0012f, 0.2f];
        var encoded = Requantization.EncodeWeighted(factors);
        Assert.Equal(33, encoded.Shift);
        Assert.Equal(factors, encoded.Multipliers.Select(multiplier => Math.ScaleB(multiplier, -33)));
    }

    [Fact]
    public void Weighted_layers_take_the_fast_shift_where_rounding_moves_no_result_by_a_2048th()
    {
        double[] factors = [0.00031f, 0.00017f, Math.ScaleB((1 << 18) + 0.49, -33)];
        var encoded = Requantization.EncodeWeighted(factors);
        Assert.Equal(33, encoded.Shift);
        Assert.All(factors.Zip(encoded.Multipliers), pair =>
            Assert.InRange(255 * Math.Abs((pair.First - Math.ScaleB(pair.Second, -33)) / pair.First), 0, 1.0 / 2048));
    }

    [Fact]
    public void Weighted_layers_stay_exact_where_the_fast_shift_is_too_coarse()
    {
        double[] factors = [0.000010f, 0.000013f];
        var encoded = Requantization.EncodeWeighted(factors);
        Assert.InRange(encoded.Shift, 34, 41);
        Assert.Equal(factors, encoded.Multipliers.Select(multiplier => Math.ScaleB(multiplier, -encoded.Shift)));
    }
}
