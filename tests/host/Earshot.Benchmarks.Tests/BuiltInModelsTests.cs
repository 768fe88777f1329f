using Earshot.Benchmarks.Models;
using Earshot.Native;
using Earshot.Packing.Planning;
using Earshot.Training.Models;

namespace Earshot.Benchmarks.Tests;

public sealed class BuiltInModelsTests
{
    public static TheoryData<string> Names => [.. BuiltInModels.Names];

    [Fact]
    public void Every_network_of_the_zoo_is_there_once()
    {
        Assert.Equal(BuiltInModels.Names.Count, BuiltInModels.Names.Distinct().Count());
        Assert.All(ModelZoo.Names, name => Assert.Contains(BuiltInModels.Names, known => known == name || known == $"zoo/{name}"));
        Assert.Contains("kws-ds-cnn", Assert.Throws<InputException>(() => BuiltInModels.Create("vgg", MemoryPreference.Speed)).Remedy);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_packed_and_called_by_its_name(string name)
    {
        var subject = BuiltInModels.Create(name, MemoryPreference.Speed);

        Assert.Equal(name, subject.Name);
        if (subject is BenchmarkModel model)
        {
            Assert.Equal(EarshotStatus.Ok, Model.Check(model.Pack));
            Assert.True(model.Contents.Mode == ModelMode.Stream || !name.EndsWith("-stream", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Untrained_weights_are_the_same_each_time()
    {
        Assert.Equal(Pack(), Pack());

        static byte[] Pack() => ((BenchmarkModel)BuiltInModels.Create("stride-ds-24", MemoryPreference.Speed)).Pack;
    }
}
