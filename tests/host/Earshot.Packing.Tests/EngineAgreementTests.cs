using Earshot.Native;
using Earshot.Packing.Import;
using Earshot.Packing.Planning;
using Earshot.Packing.Tests.Support;
using Earshot.Quantization.Execution;
using Earshot.Quantization.References;

namespace Earshot.Packing.Tests;

public class EngineAgreementTests
{
    public static TheoryData<string> Names => Topologies.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_c_module_computes_what_onnx_runtime_computes(string name) =>
        Measure(Topologies.All[name](), windows: 1000).AssertWithinBounds();

    [Theory]
    [InlineData("kws-ds-cnn")]
    [InlineData("stride-ds-24-31")]
    [InlineData("stride-ds-24-62")]
    [InlineData("sb-cnn")]
    public void The_c_module_runs_the_reference_networks(string name)
    {
        // ONNX Runtime multiplies the accumulator by a single-precision factor. Its product is wrong by up to 2^-24, so a
        // few values in a million that lie half-way between two steps are rounded to the other side. Random weights carry
        // such a step on to the logits more often than trained ones do.
        var agreement = Measure(ReferenceNetworks.All[name](), windows: 300);
        Assert.True(agreement.Equal >= 0.995 * agreement.Values, agreement.ToString());
        Assert.True(agreement.LargestStep <= 1, agreement.ToString());
        Assert.True(agreement.SameClass >= 0.999 * agreement.Windows, agreement.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Window_mode_gives_the_same_bits_for_every_step(string name)
    {
        var network = QdqImporter.Import(Topologies.All[name]().Quantized(), name);
        var settings = Packs.Settings(network) with { Mode = ModelMode.Window };
        var windows = new RandomWeights(3).Features(5, network.Input.Columns, network.Input.Frequency, network.Input.Parameters);
        var expected = Enumerable.Range(0, 5).SelectMany(window => NetworkInterpreter.Logits(network, windows.Window(window))).ToArray();
        foreach (var block in new[] { 1, 2, 3, 7, 16, 22, 23 })
        {
            var pack = ModelPacker.Pack(network, settings with { BlockColumns = block }, name);
            Assert.Equal(block, pack.Arena.BlockColumns);
            Assert.Equal(expected, Packs.EngineLogits(pack.Bytes, windows));
        }

        var fast = ModelPacker.Pack(network, settings with { Preference = MemoryPreference.Speed }, name);
        Assert.Equal(23, fast.Arena.BlockColumns);
        using var model = Model.Open(fast.Bytes);
        Assert.Equal(model.FastScratchBytes, fast.Arena.LayerScratchBytes);
        Assert.Equal(expected, Packs.EngineLogits(fast.Bytes, windows));
    }

    [Theory]
    [InlineData("valid convolutions, global mean", 1)]
    [InlineData("valid convolutions, global mean", 3)]
    [InlineData("dilation", 4)]
    [InlineData("depthwise separable", 1)]
    [InlineData("no activation", 5)]
    [InlineData("residual", 2)]
    public void A_stream_decides_what_the_windows_decide(string name, int hops)
    {
        var network = QdqImporter.Import(Topologies.All[name]().Quantized(), name);
        var hop = TimePlan.DecisionUnit(network) * hops;
        var stream = new RandomWeights(5).Features(1, 200, network.Input.Frequency, network.Input.Parameters).Values.Span;
        foreach (var block in new[] { 1, hop })
        {
            var pack = ModelPacker.Pack(network, Packs.Settings(network) with { DecisionHop = hop, BlockColumns = block }, name);
            using var model = Model.Open(pack.Bytes);
            Assert.Equal(ModelMode.Stream, model.Mode);
            using var engine = new Engine(model);
            var decisions = 0;
            for (var column = 0; column < 200; column++)
            {
                if (engine.PushFeatures(stream.Slice(column * model.Bands, model.Bands)).Decisions == 0)
                {
                    continue;
                }

                var first = decisions++ * hop;
                var window = new sbyte[network.Input.WindowBytes];
                stream.Slice(first * model.Bands, model.WindowColumns * model.Bands).CopyTo(window);
                Assert.Equal(NetworkInterpreter.Logits(network, window), engine.Logits.ToArray());
            }

            Assert.Equal((200 - model.WindowColumns) / hop + 1, decisions);
        }
    }

    private static Agreement Measure(RandomNetwork random, int windows)
    {
        var model = random.Quantized();
        var network = QdqImporter.Import(model, model.Graph.Name);
        var features = new RandomWeights(11).Features(windows, network.Input.Columns, network.Input.Frequency, network.Input.Parameters);
        var pack = ModelPacker.Pack(network, Packs.Settings(network), model.Graph.Name);
        return Agreement.Compare(
            Agreement.Reference(model, features, RunnerArithmetic.Fused, TimeAxis.Height),
            Packs.EngineLogits(pack.Bytes, features),
            windows);
    }
}
