namespace Earshot.Quantization.References;

/// <summary>
/// The networks by which the engine is measured, with random weights and published shapes. Time is the first axis.
/// </summary>
public static class ReferenceNetworks
{
    private const int Seed = 20260730;
    private const string StrideDepthwiseStream = "stride-ds-24-62-stream";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, Func<RandomNetwork>> All { get; } = new Dictionary<string, Func<RandomNetwork>>
    {
        ["kws-ds-cnn"] = KeywordSpotting,
        ["stride-ds-24-31"] = () => StrideDepthwise24(31),
        ["stride-ds-24-62"] = () => StrideDepthwise24(62),
        [StrideDepthwiseStream] = () => StrideDepthwise24Stream(62),
        ["sb-cnn"] = SalamonBello,
    };

    /// <summary>Whether the network is meant to be measured as a stream, hop by hop.</summary>
    public static bool IsStream(string name) => name == StrideDepthwiseStream;

    /// <summary>
    /// The keyword spotting network of MLPerf Tiny (Banbury et al. 2021): DS-CNN over 49 frames of 10 coefficients, 12
    /// classes, 2 656 768 MACs.
    /// </summary>
    public static RandomNetwork KeywordSpotting()
    {
        var builder = new RandomNetworkBuilder("kws-ds-cnn", 49, 10, Seed)
            .Convolution(64, [10, 4], [2, 2], autoPad: "SAME_UPPER").Relu();
        for (var block = 0; block < 4; block++)
        {
            builder.Convolution(64, [3, 3], pads: [1, 1, 1, 1], groups: 0).Relu().Convolution(64, [1, 1]).Relu();
        }

        return builder.GlobalPool("GlobalAveragePool").Flatten().Dense(12).Finish();
    }

    /// <summary>
    /// Stride-DS-24: strided depthwise separable convolutions over 30 mel bands; 263 536 MACs for 31 frames, 542 632 for
    /// 62.
    /// </summary>
    public static RandomNetwork StrideDepthwise24(int frames) =>
        new RandomNetworkBuilder($"stride-ds-24-{frames}", frames, 30, Seed)
            .Convolution(24, [5, 5], [2, 2], autoPad: "SAME_UPPER").Relu()
            .Convolution(24, [5, 5], [2, 2], groups: 0, autoPad: "SAME_UPPER").Relu().Convolution(36, [1, 1]).Relu()
            .Convolution(36, [5, 5], [2, 2], groups: 0).Relu().Convolution(54, [1, 1]).Relu()
            .Flatten().Dense(64).Relu().Dense(10).Finish();

    /// <summary>Stride-DS-24 without padding in time, so that it can run as a stream.</summary>
    public static RandomNetwork StrideDepthwise24Stream(int frames) =>
        new RandomNetworkBuilder($"stride-ds-24-{frames}-stream", frames, 30, Seed)
            .Convolution(24, [5, 5], [2, 2], pads: [0, 1, 0, 2]).Relu()
            .Convolution(24, [5, 5], [2, 2], pads: [0, 2, 0, 2], groups: 0).Relu().Convolution(36, [1, 1]).Relu()
            .Convolution(36, [5, 5], [2, 2], groups: 0).Relu().Convolution(54, [1, 1]).Relu()
            .Flatten().Dense(64).Relu().Dense(10).Finish();

    /// <summary>
    /// SB-CNN (Salamon and Bello 2017) as scaled down for 31 frames of 30 mel bands; 7 584 688 MACs.
    /// </summary>
    public static RandomNetwork SalamonBello() =>
        new RandomNetworkBuilder("sb-cnn", 31, 30, Seed)
            .Convolution(24, [5, 5], pads: [2, 2, 2, 2]).Relu().Pool("MaxPool", [2, 2], [2, 2])
            .Convolution(48, [5, 5], pads: [2, 2, 2, 2]).Relu().Pool("MaxPool", [2, 2], [2, 2])
            .Convolution(48, [5, 5]).Relu()
            .Flatten().Dense(64).Relu().Dense(10).Finish();
}
