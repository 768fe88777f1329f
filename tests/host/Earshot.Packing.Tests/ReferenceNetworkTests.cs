using Earshot.Packing.Import;
using Earshot.Quantization.Execution;
using Earshot.Quantization.References;

namespace Earshot.Packing.Tests;

public class ReferenceNetworkTests
{
    [Theory]
    [InlineData("ds-cnn-kws", 2_656_768)]
    [InlineData("stride-ds-24-31", 263_536)]
    [InlineData("stride-ds-24-62", 542_632)]
    [InlineData("sb-cnn", 7_584_688)]
    public void Has_the_published_number_of_macs(string name, long macs)
    {
        var network = QdqImporter.Import(ReferenceNetworks.All[name]().Quantized(), name);
        Assert.Equal(macs, network.Layers.Sum(layer => layer.MacsPerWindow));
    }

    [Theory]
    [InlineData("ds-cnn-kws", RunnerArithmetic.AsWritten)]
    [InlineData("ds-cnn-kws", RunnerArithmetic.Fused)]
    [InlineData("ds-cnn-kws", RunnerArithmetic.FusedDefault)]
    [InlineData("stride-ds-24-31", RunnerArithmetic.AsWritten)]
    [InlineData("stride-ds-24-31", RunnerArithmetic.Fused)]
    [InlineData("stride-ds-24-31", RunnerArithmetic.FusedDefault)]
    public void Follows_onnx_runtime(string name, RunnerArithmetic arithmetic)
    {
        var agreement = Agreement.Measure(ReferenceNetworks.All[name]().Quantized(), arithmetic, windows: 100);
        Assert.Fail(agreement.ToString());
    }
}
