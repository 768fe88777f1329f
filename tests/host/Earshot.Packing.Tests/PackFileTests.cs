using Earshot.Native;
using Earshot.Packing.Format;
using Earshot.Packing.Import;
using Earshot.Packing.Inspection;
using Earshot.Packing.Network;
using Earshot.Packing.Tests.Support;
using Earshot.Quantization.References;

namespace Earshot.Packing.Tests;

public class PackFileTests
{
    private static readonly QuantizedNetwork Network = QdqImporter.Import(Topologies.All["residual"]().Quantized(), "residual.onnx");

    private static PackResult Result { get; } = ModelPacker.Pack(Network, Packs.Settings(Network), "residual.onnx");

    [Fact]
    public void The_same_model_gives_the_same_bytes() =>
        Assert.Equal(Result.Bytes, ModelPacker.Pack(Network, Packs.Settings(Network), "residual.onnx").Bytes);

    [Fact]
    public void Host_and_c_module_read_the_same()
    {
        var pack = PackReader.Parse(Result.Bytes, "residual.earshot");
        using var model = Model.Open(Result.Bytes);
        Assert.Equal(model.Name, pack.Name);
        Assert.Equal("small", pack.Name);
        Assert.Equal(model.Details, pack.Details);
        Assert.Equal(model.ArenaBytes, pack.ArenaBytes);
        Assert.Equal(model.Mode, pack.Mode);
        Assert.Equal(model.WindowColumns, pack.WindowColumns);
        Assert.Equal(model.DecisionHop, pack.DecisionHop);
        Assert.Equal(model.BlockColumns, pack.BlockColumns);
        Assert.Equal(model.Smoothing, pack.Smoothing);
        Assert.Equal(model.QuietLevel, pack.QuietLevel);
        Assert.Equal(model.Layers, pack.Layers.Count);
        Assert.Equal(model.Classes, pack.Classes);
        Assert.Equal(model.LogitsScale, pack.Tensors[pack.Logits].Parameters.Scale);
        Assert.Equal(Result.Network.Layers.Select(layer => layer.Operator), pack.Layers.Select(layer => layer.Operator));
    }

    [Theory]
    [InlineData("kws-ds-cnn")]
    [InlineData("sb-cnn")]
    public void Inspection_adds_up(string name)
    {
        var network = QdqImporter.Import(ReferenceNetworks.All[name]().Quantized(), name);
        var result = ModelPacker.Pack(network, Packs.Settings(network), name);
        var inspection = ModelInspection.Of(result, name);
        using var model = Model.Open(result.Bytes);
        Assert.Equal(network.Layers.Sum(layer => layer.MacsPerWindow), inspection.Macs);
        Assert.Equal(model.ArenaBytes, inspection.ArenaBytes);
        Assert.Equal(result.Bytes.Length, inspection.PackBytes);
        Assert.Equal(network.Layers.Sum(layer => layer.Weights.Length + 4 * layer.Bias.Length + 4 * layer.Factors.Length), inspection.WeightsBytes);
        Assert.Equal(inspection.Macs * 16000.0 / 256 / inspection.DecisionHop, inspection.MacsPerSecond, 1e-3);
        Assert.Equal(network.Layers.Select(layer => layer.Name), inspection.Layers.Select(layer => layer.Name));
        Assert.Equal([network.Input.Columns, network.Input.Frequency, 1], inspection.Layers[0].InputShape);
    }

    [Fact]
    public void A_changed_byte_anywhere_is_refused_by_host_and_c_module()
    {
        for (var place = 0; place < Result.Bytes.Length; place += place < 512 ? 1 : 37)
        {
            var damaged = (byte[])Result.Bytes.Clone();
            damaged[place] ^= 0x10;
            var error = Assert.Throws<InputException>(() => PackReader.Parse(damaged, "board.earshot"));
            Assert.Equal("board.earshot", error.Origin);
            Assert.NotEmpty(error.Remedy);
            Assert.Throws<InputException>(() => Model.Open(damaged, "board.earshot"));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(2000)]
    public void A_pack_cut_short_is_refused(int length)
    {
        var error = Assert.Throws<InputException>(() => PackReader.Parse(Result.Bytes.AsSpan(0, length), "board.earshot"));
        Assert.Contains("bytes", error.Problem);
        Assert.Contains("earshot pack", error.Remedy);
    }

    [Fact]
    public void A_missing_pack_is_named()
    {
        var error = Assert.Throws<InputException>(() => PackReader.Load(Path.Combine("nowhere", "none.earshot")));
        Assert.Contains("none.earshot", error.Origin);
    }
}
