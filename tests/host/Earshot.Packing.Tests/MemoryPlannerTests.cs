using Earshot.Native;
using Earshot.Packing.Format;
using Earshot.Packing.Import;
using Earshot.Packing.Inspection;
using Earshot.Packing.Network;
using Earshot.Packing.Planning;
using Earshot.Packing.Tests.Support;
using Earshot.Quantization.References;

namespace Earshot.Packing.Tests;

public class MemoryPlannerTests
{
    public static TheoryData<string> Names => Topologies.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Layers_that_write_over_their_input_change_no_bit(string name)
    {
        var network = QdqImporter.Import(Topologies.All[name]().Quantized(), name);
        var settings = Packs.Settings(network) with { Mode = ModelMode.Window, BlockColumns = network.Input.Columns };
        var windows = new RandomWeights(3).Features(5, network.Input.Columns, network.Input.Frequency, network.Input.Parameters);
        var expected = Enumerable.Range(0, 5).SelectMany(window => NetworkInterpreter.Logits(network, windows.Window(window))).ToArray();
        foreach (var preference in Enum.GetValues<MemoryPreference>())
        {
            var pack = ModelPacker.Pack(network, settings with { Preference = preference }, name);
            Assert.Equal(expected, Packs.EngineLogits(pack.Bytes, windows));
        }
    }

    [Fact]
    public void Keyword_spotting_for_size_fits_into_17_kilobytes()
    {
        var pack = PackReader.Parse(KeywordSpotting(MemoryPreference.Size, null).Bytes, "kws");
        Assert.True(pack.ArenaBytes <= 17000 - 1024, $"{pack.ArenaBytes} bytes of arena and up to 1024 of stack");
        Assert.All(pack.Needs, needs => Assert.True(needs.SmallScratchBytes <= pack.LayerScratchBytes));

        // Four times depthwise and pointwise, and the mean, whose 64 bytes would lie beside its input.
        Assert.Equal(9, ModelInspection.Of(pack).Layers.Count(layer => layer.Choice.InPlace));
    }

    [Fact]
    public void For_speed_a_layer_is_in_place_where_its_kernel_loses_nothing()
    {
        var result = KeywordSpotting(MemoryPreference.Speed, null);
        var pack = PackReader.Parse(result.Bytes, "kws");
        using var model = Model.Open(result.Bytes);
        Assert.Equal(model.FastScratchBytes, pack.LayerScratchBytes);
        var layers = ModelInspection.Of(pack).Layers;
        for (var index = 0; index < layers.Count; index++)
        {
            Assert.True(!layers[index].Choice.InPlace || model.LayerOverwrites(index, KernelGoal.Speed));
        }

        Assert.Equal(8, layers.Count(layer => layer.Choice.InPlace));
    }

    [Fact]
    public void Scratch_that_was_asked_for_is_not_exceeded()
    {
        var pack = PackReader.Parse(KeywordSpotting(MemoryPreference.Size, 0).Bytes, "kws");
        Assert.Equal(0, pack.LayerScratchBytes);
        Assert.DoesNotContain(ModelInspection.Of(pack).Layers, layer => layer.Choice.InPlace);
    }

    [Fact]
    public void An_inspection_says_what_was_chosen_and_why()
    {
        var layers = ModelInspection.Of(KeywordSpotting(MemoryPreference.Size, null), "kws").Layers;
        var (first, depthwise) = (layers[0].Choice, layers.First(layer => layer.Operator == "depthwise").Choice);
        Assert.False(first.InPlace);
        Assert.Contains("kept for the next window", first.Memory);
        Assert.Contains("over its input", depthwise.Memory);
        Assert.Contains("by its small kernel", depthwise.Kernels);

        var network = QdqImporter.Import(Topologies.All["residual"]().Quantized(), "residual");
        var stream = ModelInspection.Of(ModelPacker.Pack(network, Packs.Settings(network), "residual"), "residual");
        Assert.All(stream.Layers, layer => Assert.Equal(stream.Mode == ModelMode.Stream, layer.Choice.Memory.Contains("a stream keeps", StringComparison.Ordinal)));
        var window = ModelPacker.Pack(
            network, Packs.Settings(network) with { Mode = ModelMode.Window, BlockColumns = network.Input.Columns }, "residual");
        Assert.Contains(
            ModelInspection.Of(window, "residual").Layers, layer => layer.Choice.Memory.Contains("reads its input again", StringComparison.Ordinal));
    }

    private static PackResult KeywordSpotting(MemoryPreference preference, int? scratch)
    {
        var network = QdqImporter.Import(ReferenceNetworks.All["kws-ds-cnn"]().Quantized(), "kws");
        return ModelPacker.Pack(network, Packs.Settings(network) with { Preference = preference, LayerScratchBytes = scratch }, "kws");
    }
}
