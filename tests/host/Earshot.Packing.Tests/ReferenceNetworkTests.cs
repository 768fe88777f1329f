using Earshot.Packing.Import;
using Earshot.Quantization.References;

namespace Earshot.Packing.Tests;

public class ReferenceNetworkTests
{
    [Theory]
    [InlineData("kws-ds-cnn", 2_656_768)]
    [InlineData("stride-ds-24-31", 263_536)]
    [InlineData("stride-ds-24-62", 542_632)]
    [InlineData("sb-cnn", 7_584_688)]
    public void Has_the_published_number_of_macs(string name, long macs)
    {
        var network = QdqImporter.Import(ReferenceNetworks.All[name]().Quantized(), name);
        Assert.Equal(macs, network.Layers.Sum(layer => layer.MacsPerWindow));
    }

    [Fact]
    public void Is_the_same_every_time() => Assert.Equal(
        Onnx.OnnxFile.ToBytes(ReferenceNetworks.All["sb-cnn"]().Quantized()),
        Onnx.OnnxFile.ToBytes(ReferenceNetworks.All["sb-cnn"]().Quantized()));
}
