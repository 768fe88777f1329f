using Earshot.Native;
using Earshot.Packing.Import;
using Earshot.Packing.Inspection;
using Earshot.Quantization.References;

namespace Earshot.Packing.Tests;

public class BoardLimitsTests
{
    private static readonly ModelInspection Model = Inspect();

    [Fact]
    public void A_model_that_just_fits_is_taken() =>
        new BoardLimits("BOARD", Model.PackBytes, Model.ArenaBytes).Check(Model, "model.onnx");

    [Fact]
    public void Says_by_how_much_the_pack_is_too_large_and_which_layer_is_the_largest()
    {
        var error = Assert.Throws<InputException>(
            () => new BoardLimits("BOARD", Model.PackBytes - 7, Model.ArenaBytes).Check(Model, "model.onnx"));
        var dense = Model.Layers.Single(layer => layer is { Operator: "dense", WeightBytes: > 10_000 });

        Assert.Equal("model.onnx", error.Origin);
        Assert.Contains("is 7 bytes too large for BOARD", error.Problem);
        Assert.Contains($"{dense.Name} (dense), has {dense.WeightBytes} bytes", error.Problem);
        Assert.DoesNotContain("arena", error.Problem);
    }

    [Fact]
    public void Says_by_how_much_the_arena_is_too_large_and_which_layer_puts_out_most()
    {
        var error = Assert.Throws<InputException>(
            () => new BoardLimits("BOARD", Model.PackBytes, Model.ArenaBytes - 9).Check(Model, "model.onnx"));

        Assert.Contains("is 9 bytes too large for BOARD", error.Problem);
        Assert.Contains($"puts out {Model.Layers.Max(layer => layer.ActivationBytes)} bytes", error.Problem);
        Assert.Contains("--arena Size", error.Remedy);
    }

    private static ModelInspection Inspect()
    {
        var network = QdqImporter.Import(ReferenceNetworks.All["stride-ds-24-62"]().Quantized(), "model.onnx");
        var frontEnd = new FrontEndConfiguration
        {
            Bands = network.Input.Frequency,
            FeatureScale = network.Input.Parameters.Scale,
            FeatureZeroPoint = network.Input.Parameters.ZeroPoint,
        };
        ModelClass[] classes = [.. Enumerable.Range(0, network.Classes).Select(index => new ModelClass($"{index}", false, 0.5, 0.25, TimeSpan.Zero))];
        return ModelInspection.Of(network, new PackSettings { FrontEnd = FrontEndTables.Build(frontEnd), Classes = classes }, "model.onnx");
    }
}
