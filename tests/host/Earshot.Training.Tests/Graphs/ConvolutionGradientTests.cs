using Earshot.Training.Graphs;
using Xunit;

namespace Earshot.Training.Tests.Graphs;

public class ConvolutionGradientTests
{
    public static TheoryData<string, ConvolutionGeometry, int, int> Geometries()
    {
        var data = new TheoryData<string, ConvolutionGeometry, int, int>();
        data.Add("plain 3x3", new ConvolutionGeometry(), 3, 3);
        data.Add("pointwise", new ConvolutionGeometry(), 1, 1);
        data.Add("pointwise, strided", new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 3 }, 1, 1);
        data.Add("same padding", new ConvolutionGeometry { PadTop = 1, PadLeft = 1, PadBottom = 1, PadRight = 1 }, 3, 3);
        data.Add("asymmetric padding", new ConvolutionGeometry { PadLeft = 1, PadBottom = 2 }, 3, 2);
        data.Add("stride 2", new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 2 }, 3, 3);
        data.Add("stride 2, same padding, rest", new ConvolutionGeometry
        {
            StrideHeight = 2,
            StrideWidth = 2,
            PadTop = 2,
            PadLeft = 2,
            PadBottom = 2,
            PadRight = 2,
        }, 5, 5);
        data.Add("unequal strides", new ConvolutionGeometry { StrideHeight = 3, StrideWidth = 1, PadLeft = 1, PadRight = 1 }, 2, 3);
        data.Add("dilation", new ConvolutionGeometry { DilationHeight = 2, DilationWidth = 3 }, 3, 2);
        data.Add("dilation, stride and asymmetric padding", new ConvolutionGeometry
        {
            DilationHeight = 2,
            StrideHeight = 2,
            StrideWidth = 3,
            PadTop = 1,
            PadBottom = 3,
            PadRight = 1,
        }, 3, 3);
        data.Add("columns that no kernel column reaches", new ConvolutionGeometry { StrideWidth = 2, DilationWidth = 2, PadLeft = 1, PadRight = 1 }, 2, 3);
        data.Add("stride beyond the kernel", new ConvolutionGeometry { StrideHeight = 3, StrideWidth = 3 }, 2, 2);
        data.Add("along time only", new ConvolutionGeometry { StrideHeight = 2 }, 4, 1);
        data.Add("along time only, dilation and padding", new ConvolutionGeometry { DilationHeight = 2, PadTop = 1, PadBottom = 3 }, 3, 1);
        data.Add("along frequency only", new ConvolutionGeometry { PadLeft = 1, PadRight = 2 }, 1, 6);
        data.Add("dilation and asymmetric padding", new ConvolutionGeometry { DilationHeight = 2, DilationWidth = 2, PadTop = 3, PadLeft = 1 }, 3, 2);
        return data;
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void Dense(string name, ConvolutionGeometry geometry, int kernelHeight, int kernelWidth)
    {
        Assert.NotEmpty(name);
        GradientCheck.Run(x => x[0].Conv2d(x[1], geometry), [[2, 2, 7, 8], [3, 2, kernelHeight, kernelWidth]]);
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void OneInputChannel(string name, ConvolutionGeometry geometry, int kernelHeight, int kernelWidth)
    {
        Assert.NotEmpty(name);
        GradientCheck.Run(x => x[0].Conv2d(x[1], geometry), [[3, 1, 8, 7], [2, 1, kernelHeight, kernelWidth]]);
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void Depthwise(string name, ConvolutionGeometry geometry, int kernelHeight, int kernelWidth)
    {
        Assert.NotEmpty(name);
        GradientCheck.Run(
            x => x[0].Conv2d(x[1], geometry with { Groups = 3 }), [[2, 3, 7, 8], [3, 1, kernelHeight, kernelWidth]]);
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void Grouped(string name, ConvolutionGeometry geometry, int kernelHeight, int kernelWidth)
    {
        Assert.NotEmpty(name);
        GradientCheck.Run(
            x => x[0].Conv2d(x[1], geometry with { Groups = 2 }), [[2, 4, 7, 7], [6, 2, kernelHeight, kernelWidth]]);
        GradientCheck.Run(
            x => x[0].Conv2d(x[1], geometry with { Groups = 2 }), [[1, 2, 7, 7], [4, 1, kernelHeight, kernelWidth]]);
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void ChannelMajorDepthwise(string name, ConvolutionGeometry geometry, int kernelHeight, int kernelWidth)
    {
        Assert.NotEmpty(name);
        GradientCheck.Run(x => x[0].DepthwiseConvolve(x[1], geometry), [[3, 2, 7, 8], [3, 1, kernelHeight, kernelWidth]]);
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void ChannelMajorDepthwiseOfLargeImages(string name, ConvolutionGeometry geometry, int kernelHeight, int kernelWidth)
    {
        Assert.NotEmpty(name);
        int[] images = [2, 1, 19, 26], weights = [2, 1, kernelHeight, kernelWidth];
        Assert.False(DepthwiseWholeImages.Suits(new DepthwiseSizes(images, weights, geometry)));
        GradientCheck.Run(x => x[0].DepthwiseConvolve(x[1], geometry), [images, weights]);
    }

    [Fact]
    public void VeryLongWindowsAreConvolvedInGroupsOfFewRows()
    {
        // The number of products for one group of all rows is beyond 32 bits.
        var graph = new GraphBuilder();
        var output = graph.Input("x", 1, 1, 2000, 128).DepthwiseConvolve(graph.Input("w", 1, 1, 3, 3), ConvolutionGeometry.Same(3, 3));
        graph.Output("y", output);
        Assert.All(graph.Build("test").Graph.Initializer, constant => Assert.True(constant.RawData.Length < 10_000_000));
    }

    [Fact]
    public void AnInputThatNoKernelElementReachesHasNoGradient()
    {
        var geometry = new ConvolutionGeometry { StrideWidth = 2, DilationWidth = 2, PadLeft = 1, PadRight = 3 };
        GradientCheck.Run(x => x[0].Conv2d(x[1], geometry), [[2, 2, 3, 1], [3, 2, 1, 3]]);
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void ChannelMajorDepthwiseEqualsGroupedConvolution(
        string name, ConvolutionGeometry geometry, int kernelHeight, int kernelWidth)
    {
        Assert.NotEmpty(name);
        var graph = new GraphBuilder();
        var x = graph.Input("x", 2, 3, 9, 8);
        var weights = graph.Input("w", 3, 1, kernelHeight, kernelWidth);
        graph.Output("grouped", x.Conv2d(weights, geometry with { Groups = 3 }));
        graph.Output("depthwise", x.Transpose(1, 0, 2, 3).DepthwiseConvolve(weights, geometry).Transpose(1, 0, 2, 3));
        using var runner = new GraphRunner(graph);
        var outputs = runner.Run(new Dictionary<string, (float[], int[])>
        {
            ["x"] = ([.. Enumerable.Range(0, x.Size).Select(i => MathF.Sin(i))], [.. x.Shape]),
            ["w"] = ([.. Enumerable.Range(0, weights.Size).Select(i => MathF.Cos(2 * i))], [.. weights.Shape]),
        });
        Assert.Equal(outputs[0].Length, outputs[1].Length);
        Assert.All(outputs[0].Zip(outputs[1]), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void PaddingBeyondTheKernelsReachIsRefused()
    {
        var graph = new GraphBuilder();
        var geometry = new ConvolutionGeometry { PadTop = 3 };
        Assert.Throws<ArgumentException>(
            () => graph.Input("x", 1, 1, 5, 5).Conv2d(graph.Input("w", 1, 1, 3, 3), geometry));
    }

    [Fact]
    public void AKernelLargerThanTheImageIsRefused()
    {
        var graph = new GraphBuilder();
        Assert.Throws<ArgumentException>(
            () => graph.Input("x", 1, 1, 2, 5).Conv2d(graph.Input("w", 1, 1, 3, 3), new ConvolutionGeometry()));
    }
}
