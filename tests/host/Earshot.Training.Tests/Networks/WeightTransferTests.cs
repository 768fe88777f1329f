using Earshot.Training.Models;
using Earshot.Training.Networks;
using Earshot.Training.Randomness;
using Xunit;

namespace Earshot.Training.Tests.Networks;

public sealed class WeightTransferTests
{
    public static TheoryData<string> Models => [.. ModelZoo.Names.Where(name => !ModelZoo.HearsSamples(name))];

    /// <summary>Everything but what belongs to the classes is taken over, in every network.</summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void AllButTheClassesIsTakenOver(string model)
    {
        var source = Known(ModelZoo.Build(model, 62, 40, 7));
        var network = ModelZoo.Build(model, 62, 40, 3);

        var start = WeightTransfer.Into(network, source, new RandomSource(1));

        var (to, from) = (new ParameterLayout(network), new ParameterLayout(source.Network));
        var drawn = to.Initialize(new RandomSource(1));
        foreach (var (parameter, origin) in to.Parameters.Zip(from.Parameters))
        {
            var isOfTheClasses = network.Layers[^1].Parameters.Any(last => last.Name == parameter.Name);
            var expected = isOfTheClasses ? to.Read(drawn, parameter) : from.Read(source.Vector, origin);
            Assert.Equal(expected.ToArray(), to.Read(start.Vector, parameter).ToArray());
        }

        Assert.Equal(source.Statistics, start.Statistics);
    }

    [Fact]
    public void AnotherNetworkHasNothingToGive() => Assert.Throws<ArgumentException>(
        () => WeightTransfer.Into(ModelZoo.Build("earshot-m", 62, 40, 3), Known(ModelZoo.Build("earshot-l", 62, 40, 3)), new RandomSource(1)));

    private static TrainedWeights Known(NetworkDefinition network) => new(
        network,
        [.. Enumerable.Range(0, new ParameterLayout(network).Size).Select(index => index + 0.5f)],
        [.. Enumerable.Range(0, 2 * network.Layers.Sum(layer => layer.NormalizedChannels)).Select(index => index + 0.25f)]);
}
