using Earshot.Experiments.ModelCards;
using Earshot.Experiments.Tests.Results;
using Xunit;

namespace Earshot.Experiments.Tests.ModelCards;

/// <summary>What a card says.</summary>
public sealed class ModelCardTests
{
    [Fact]
    public void ItNamesDataFiguresLimitsAndCommand()
    {
        var card = ModelCard.Of(ExampleResult.Create());

        Assert.StartsWith("# Model card: example", card);
        Assert.Contains("`pets`: 4 clips in 2 folds", card);
        Assert.Contains("| int8 pack | 75.0 % | 35.4 % | 0.0 to 100.0 % |", card);
        Assert.Contains("| 1 | 2 | 50.0 % | 50.0 % | 50.0 % |", card);
        Assert.Contains("| dog | 75.0 % | 75.0 % | 75.0 % |", card);
        Assert.Contains("Of the 2 foreground clips the pack decides 50.0 % right.", card);
        Assert.Contains("| 1 | `plain` | 80.0 % |", card);
        Assert.Contains("dog for rain (1)", card);
        Assert.Contains("earshot experiment example.yaml", card);
        Assert.DoesNotContain("NaN", card);
    }
}
