using Earshot.Training.Graphs;
using Xunit;

namespace Earshot.Training.Tests.Graphs;

public class PoolingGradientTests
{
    public static TheoryData<string, ConvolutionGeometry, int, int> Geometries()
    {
        var data = new TheoryData<string, ConvolutionGeometry, int, int>();
        data.Add("2x2, apart", new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 2 }, 2, 2);
        data.Add("4x3, apart, with a rest", new ConvolutionGeometry { StrideHeight = 4, StrideWidth = 3 }, 4, 3);
        data.Add("2x1, apart", new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 1 }, 2, 1);
        data.Add("2x2, with gaps", new ConvolutionGeometry { StrideHeight = 4, StrideWidth = 3 }, 2, 2);
        data.Add("as wide as the image", new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 1 }, 2, 5);
        data.Add("apart, padded", new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 2, PadTop = 1, PadRight = 1 }, 2, 2);
        data.Add("overlapping", new ConvolutionGeometry { StrideHeight = 1, StrideWidth = 2 }, 3, 3);
        data.Add("padded", new ConvolutionGeometry
        {
            StrideHeight = 2,
            StrideWidth = 2,
            PadTop = 1,
            PadLeft = 0,
            PadBottom = 0,
            PadRight = 1,
        }, 3, 2);
        return data;
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void Maximum(string name, ConvolutionGeometry geometry, int kernelHeight, int kernelWidth)
    {
        Assert.NotEmpty(name);
        GradientCheck.Run(x => x[0].MaxPool(kernelHeight, kernelWidth, geometry), [[2, 2, 6, 5]], distinct: true);
    }

    [Fact]
    public void OfEqualElementsOneHasTheGradient()
    {
        var graph = new GraphBuilder();
        var input = graph.Parameter("x", [1, 1, 2, 4]);
        var output = input.MaxPool(2, 2, new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 2 });
        var loss = (output * graph.Constant([5f, 7f], output.Shape)).ReduceSum(0, 1, 2, 3);
        graph.Output("y", output);
        graph.Output("g", Gradients.Of(loss, [input])[0]);
        using var runner = new GraphRunner(graph);

        var results = runner.Run(new Dictionary<string, (float[] Values, int[] Shape)> { ["x"] = ([3, 3, 1, 2, 3, 0, 2, 2], [1, 1, 2, 4]) });

        Assert.Equal([3, 2], results[0]);
        Assert.Equal([5, 0, 0, 0, 0, 0, 7, 0], results[1]);
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void Average(string name, ConvolutionGeometry geometry, int kernelHeight, int kernelWidth)
    {
        Assert.NotEmpty(name);
        GradientCheck.Run(x => x[0].AveragePool(kernelHeight, kernelWidth, geometry), [[2, 2, 6, 5]]);
    }

    [Fact]
    public void GlobalAverage() => GradientCheck.Run(x => x[0].GlobalAveragePool(), [[2, 3, 4, 5]]);
}
