using Earshot.Native;
using Earshot.Packing.Network;
using Earshot.Quantization.References;

namespace Earshot.Packing.Tests.Support;

/// <summary>Settings and packs for networks with random weights.</summary>
internal static class Packs
{
    public static PackSettings Settings(QuantizedNetwork network) => new()
    {
        FrontEnd = FrontEndTables.Build(new FrontEndConfiguration
        {
            Bands = network.Input.Frequency,
            FeatureScale = RandomNetworkBuilder.Features.Scale,
            FeatureZeroPoint = RandomNetworkBuilder.Features.ZeroPoint,
        }),
        Classes = [.. Enumerable.Range(0, network.Classes)
            .Select(index => new ModelClass($"class {index}", index == 0, 0.5, 0.375, TimeSpan.FromMilliseconds(250)))],
        Details = "{\"made\":\"by a test\"}",
        Smoothing = TimeSpan.FromMilliseconds(700),
        QuietLevel = -60,
    };

    /// <summary>The logits of each window as the C module computes them, from a reset engine.</summary>
    public static sbyte[] EngineLogits(byte[] pack, Quantization.FeatureWindows windows)
    {
        using var model = Model.Open(pack);
        using var engine = new Engine(model);
        List<sbyte> logits = [];
        for (var window = 0; window < windows.Count; window++)
        {
            engine.Reset();
            var progress = engine.PushFeatures(windows.Window(window)[..(model.WindowColumns * model.Bands)]);
            Assert.Equal(1u, progress.Decisions);
            logits.AddRange(engine.Logits);
        }

        return [.. logits];
    }
}
