using Earshot.Benchmarks.Measuring;

namespace Earshot.Benchmarks.Tests;

public sealed class PhaseCountsTests
{
    private static readonly string[] Lines = ["0 900 900 900", "1 21 50 60", "2 5 6 7", "3 100 110 120", "4 0 0 0", "5 1000 1100 1200"];

    [Fact]
    public void Network_is_all_but_the_rest_of_the_image_and_the_loop() =>
        Assert.Equal(new InstructionCounts(1105, 1216, 1327), PhaseCounts.Parse(Lines).Network);

    [Fact]
    public void Some_phases_can_be_added_up() => Assert.Equal(new InstructionCounts(105, 116, 127), PhaseCounts.Parse(Lines).Sum(2, 3));

    [Fact]
    public void Loop_must_count_exactly()
    {
        var counts = PhaseCounts.Parse(Lines);
        counts.CheckLoop(10);
        Assert.Contains("counted as 21", Assert.Throws<InvalidDataException>(() => counts.CheckLoop(11)).Message);
    }

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("1 2 3 x")]
    [InlineData("1 2 3 -4")]
    public void Other_lines_are_refused(string line) => Assert.Throws<InvalidDataException>(() => PhaseCounts.Parse([line]));
}
