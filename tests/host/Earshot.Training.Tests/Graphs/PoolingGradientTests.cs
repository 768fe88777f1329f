using Earshot.Training.Graphs;
using Xunit;

namespace Earshot.Training.Tests.Graphs;

public class PoolingGradientTests
{
    public static TheoryData<string, ConvolutionGeometry, int, int> Geometries()
    {
        var data = new TheoryData<string, ConvolutionGeometry, int, int>();
        data.Add("2x2, apart", new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 2 }, 2, 2);
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
