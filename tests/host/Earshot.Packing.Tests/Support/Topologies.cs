using Earshot.Quantization.References;

namespace Earshot.Packing.Tests.Support;

/// <summary>Small random networks that between them use every operator and every way to place a kernel.</summary>
internal static class Topologies
{
    public static IReadOnlyDictionary<string, Func<RandomNetwork>> All { get; } = new Dictionary<string, Func<RandomNetwork>>
    {
        ["valid convolutions, global mean"] = () => Start(1)
            .Convolution(8, [3, 3]).Relu().Convolution(12, [3, 3], [2, 2]).Relu().GlobalPool("GlobalAveragePool").Flatten().Dense(7).Finish(),
        ["same convolutions, global maximum"] = () => Start(2)
            .Convolution(8, [3, 3], autoPad: "SAME_UPPER").Relu().Convolution(12, [5, 3], [2, 1], autoPad: "SAME_LOWER").Relu()
            .GlobalPool("GlobalMaxPool").Flatten().Dense(7).Finish(),
        ["asymmetric padding"] = () => Start(3)
            .Convolution(8, [4, 3], [1, 2], [2, 0, 1, 1]).Relu().Convolution(8, [2, 2], [2, 2], [0, 1, 1, 0]).Relu().Flatten().Dense(6).Finish(),
        ["dilation"] = () => Start(4)
            .Convolution(8, [3, 3], dilations: [2, 2]).Relu().Convolution(8, [3, 1], dilations: [4, 1]).Relu()
            .GlobalPool("GlobalAveragePool").Flatten().Dense(6).Finish(),
        ["depthwise separable"] = () => Start(5)
            .Convolution(8, [3, 3], [1, 2], [0, 1, 0, 1]).Relu().Convolution(8, [3, 3], groups: 0, pads: [0, 1, 0, 1]).Relu()
            .Convolution(16, [1, 1]).Relu().Convolution(32, [3, 3], [2, 2], groups: 0).Relu().Convolution(12, [1, 1]).Relu()
            .GlobalPool("GlobalAveragePool").Flatten().Dense(10).Finish(),
        ["grouped convolution"] = () => Start(6)
            .Convolution(8, [3, 3]).Relu().Convolution(12, [3, 3], groups: 4).Relu().Flatten().Dense(5).Finish(),
        ["maximum pooling"] = () => Start(7)
            .Convolution(8, [3, 3]).Relu().Pool("MaxPool", [2, 2], [2, 2]).Convolution(8, [3, 3]).Relu()
            .Pool("MaxPool", [3, 3], [2, 2], [1, 1, 1, 1]).Flatten().Dense(5).Finish(),
        ["mean pooling"] = () => Start(8)
            .Convolution(8, [3, 3]).Relu().Pool("AveragePool", [2, 3], [2, 3]).Convolution(8, [3, 3]).Relu()
            .Pool("AveragePool", [3, 3], [2, 2], [1, 1, 1, 1]).Flatten().Dense(5).Finish(),
        ["clipped activation"] = () => Start(9)
            .Convolution(8, [3, 3]).Clip(0, 1.5f).Convolution(8, [3, 3]).Clip(-1, 2).GlobalPool("GlobalAveragePool").Flatten().Dense(5).Finish(),
        ["no activation"] = () => Start(10).Convolution(8, [3, 3]).Convolution(8, [3, 3]).Flatten().Dense(9).Dense(5).Finish(),
        ["residual"] = Residual,
        ["branches"] = Branches,
        ["pooled logits"] = () => Start(13).Convolution(8, [3, 3]).Relu().Convolution(5, [1, 1]).GlobalPool("GlobalAveragePool").Flatten().Finish(),
        ["hidden dense layers"] = () => Start(14).Convolution(4, [5, 5], [3, 3]).Relu().Flatten().Dense(20).Relu().Dense(5).Finish(),
        ["one column left"] = () => Start(15).Convolution(6, [23, 3]).Relu().Flatten().Dense(5).Finish(),
    };

    public static TheoryData<string> Names => new(All.Keys);

    private static RandomNetworkBuilder Start(int seed) => new("small", 23, 14, seed);

    private static RandomNetwork Residual()
    {
        var builder = Start(11).Convolution(8, [3, 3]).Relu();
        var shortcut = builder.Current;
        builder.Convolution(8, [1, 3], pads: [0, 1, 0, 1]).Relu().Convolution(8, [1, 1]).Add(shortcut).Relu();
        return builder.GlobalPool("GlobalAveragePool").Flatten().Dense(5).Finish();
    }

    private static RandomNetwork Branches()
    {
        var builder = Start(12).Convolution(8, [3, 3]).Relu();
        var trunk = builder.Current;
        var first = builder.Convolution(4, [3, 3], pads: [1, 1, 1, 1]).Relu().Current;
        builder.Current = trunk;
        var second = builder.Convolution(6, [1, 1]).Relu().Current;
        builder.Current = trunk;
        builder.Convolution(8, [5, 5], pads: [2, 2, 2, 2], groups: 0).Relu().Concat(first, second);
        return builder.Convolution(8, [1, 1]).Relu().GlobalPool("GlobalAveragePool").Flatten().Dense(5).Finish();
    }
}
