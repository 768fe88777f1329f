using Earshot.Training.Graphs;
using Xunit;

namespace Earshot.Training.Tests.Graphs;

public class OperatorGradientTests
{
    [Theory]
    [InlineData(new[] { 2, 3 }, new[] { 2, 3 })]
    [InlineData(new[] { 2, 3, 4 }, new[] { 3, 1 })]
    [InlineData(new[] { 1, 3 }, new[] { 4, 1 })]
    public void BinaryOperations(int[] left, int[] right)
    {
        GradientCheck.Run(x => x[0] + x[1], [left, right]);
        GradientCheck.Run(x => x[0] - x[1], [left, right]);
        GradientCheck.Run(x => x[0] * x[1], [left, right]);
        GradientCheck.Run(x => x[0] / x[1], [left, right], positive: true);
    }

    [Fact]
    public void UnaryOperations()
    {
        int[][] shapes = [[3, 4]];
        GradientCheck.Run(x => -x[0] * 2 + 1, shapes);
        GradientCheck.Run(x => 1 - x[0], shapes);
        GradientCheck.Run(x => x[0].Sqrt(), shapes, positive: true);
        GradientCheck.Run(x => x[0].Exp(), shapes);
        GradientCheck.Run(x => x[0].Log(), shapes, positive: true);
        GradientCheck.Run(x => x[0].Sigmoid(), shapes);
        GradientCheck.Run(x => x[0].Tanh(), shapes);
    }

    [Fact]
    public void AnInputUsedTwiceGetsBothGradients() => GradientCheck.Run(x => (x[0] * x[0]) + x[0], [[5]]);

    [Fact]
    public void Activation()
    {
        GradientCheck.Run(x => x[0].Relu(), [[4, 6]], distinct: true);
        GradientCheck.Run(x => x[0].LeakyRelu(0.1f), [[4, 6]], distinct: true);
        GradientCheck.Run(x => (x[0] * 20).Relu6(), [[6, 8]], distinct: true);
        GradientCheck.Run(x => x[0].Softmax(), [[3, 5]]);
        GradientCheck.Run(x => x[0].LogSoftmax(), [[3, 5]]);
    }

    [Fact]
    public void Reductions()
    {
        GradientCheck.Run(x => x[0].ReduceSum(1), [[2, 3, 4]]);
        GradientCheck.Run(x => x[0].ReduceMean(0, 2), [[2, 3, 4]]);
    }

    [Fact]
    public void Shapings()
    {
        GradientCheck.Run(x => x[0].Reshape(6, 4), [[2, 3, 4]]);
        GradientCheck.Run(x => x[0].Transpose(2, 0, 1), [[2, 3, 4]]);
        GradientCheck.Run(x => x[0].Slice(1, 1, 4), [[2, 5]]);
        GradientCheck.Run(x => x[0].Slice(1, 1, 7, 2), [[2, 8]]);
        GradientCheck.Run(x => x[0].Slice(0, 0, 8, 3), [[8, 2]]);
        GradientCheck.Run(x => x[0].Pad(1, 1, 2), [[2, 3]]);
        GradientCheck.Run(x => Shaping.Concat([x[0], x[1], x[0]], 1), [[2, 3], [2, 1]]);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void MatrixProduct(bool transposeLeft, bool transposeRight) =>
        GradientCheck.Run(
            x => LinearAlgebra.Gemm(x[0], x[1], transposeLeft, transposeRight),
            [transposeLeft ? [4, 3] : [3, 4], transposeRight ? [5, 4] : [4, 5]]);

    [Fact]
    public void BatchedMatrixProduct() => GradientCheck.Run(x => LinearAlgebra.MatMul(x[0], x[1]), [[2, 3, 4], [2, 4, 5]]);

    [Fact]
    public void BatchNormalizationOfImagesAndOfVectors()
    {
        GradientCheck.Run(x => x[0].BatchNormalize(x[1], x[2]).Output, [[3, 2, 2, 3], [2], [2]]);
        GradientCheck.Run(x => x[0].BatchNormalize(x[1], x[2]).Output, [[6, 3], [3], [3]]);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    public void CrossEntropyWithSoftTargets(float smoothing)
    {
        float[] targets = [1, 0, 0, 0.25f, 0.75f, 0];
        GradientCheck.Run(x => Losses.CrossEntropy(x[0], x[0].Graph.Constant(targets, 2, 3), smoothing), [[2, 3]]);
    }

    [Fact]
    public void DropoutMask() => GradientCheck.Run(x => x[0].Dropout(x[0].Graph.Constant([0, 2, 2, 0], 4)), [[4]]);

    [Fact]
    public void ALossThatIsNoScalarIsRefused()
    {
        var graph = new GraphBuilder();
        var x = graph.Parameter("x", 2);
        Assert.Throws<ArgumentException>(() => Gradients.Of(x * 2, [x]));
    }

    [Fact]
    public void AParameterThatTheLossDoesNotDependOnIsRefused()
    {
        var graph = new GraphBuilder();
        var x = graph.Parameter("x", 2);
        var unused = graph.Parameter("unused", 2);
        Assert.Throws<ArgumentException>(() => Gradients.Of(x.ReduceSum(0), [unused]));
    }
}
