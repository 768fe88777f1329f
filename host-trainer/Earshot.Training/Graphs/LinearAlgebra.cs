namespace Earshot.Training.Graphs;

/// <summary>Matrix products.</summary>
public static class LinearAlgebra
{
    /// <summary>
    /// The matrix product of [m, k] and [k, n], either of which may be given transposed, as ONNX's Gemm computes it.
    /// </summary>
    public static Tensor Gemm(Tensor left, Tensor right, bool transposeLeft = false, bool transposeRight = false)
    {
        var (rows, inner) = Sizes(left, transposeLeft);
        var (otherInner, columns) = Sizes(right, transposeRight);
        if (inner != otherInner)
        {
            throw new ArgumentException($"{left} and {right} do not multiply.");
        }

        var graph = left.Graph;
        var output = graph.Emit(
            "Gemm",
            [rows, columns],
            [left, right],
            OnnxAttribute.Of("transA", transposeLeft ? 1 : 0),
            OnnxAttribute.Of("transB", transposeRight ? 1 : 0));
        return graph.Record(
            output,
            [left, right],
            gradient =>
            [
                transposeLeft
                    ? Gemm(right, gradient, transposeRight, true)
                    : Gemm(gradient, right, false, !transposeRight),
                transposeRight
                    ? Gemm(gradient, left, true, transposeLeft)
                    : Gemm(left, gradient, !transposeLeft, false),
            ]);
    }

    /// <summary>Batched matrix product of [.., m, k] and [.., k, n] with equal batch shapes, as ONNX's MatMul.</summary>
    public static Tensor MatMul(Tensor left, Tensor right)
    {
        if (left.Rank != right.Rank
            || left.Shape[^1] != right.Shape[^2]
            || !left.Shape.SkipLast(2).SequenceEqual(right.Shape.SkipLast(2)))
        {
            throw new ArgumentException($"{left} and {right} do not multiply.");
        }

        var output = left.Graph.Emit("MatMul", [.. left.Shape.SkipLast(1), right.Shape[^1]], [left, right]);
        return left.Graph.Record(
            output,
            [left, right],
            gradient => [MatMul(gradient, SwapLastAxes(right)), MatMul(SwapLastAxes(left), gradient)]);
    }

    private static Tensor SwapLastAxes(Tensor tensor)
    {
        var order = Enumerable.Range(0, tensor.Rank).ToArray();
        (order[^1], order[^2]) = (order[^2], order[^1]);
        return tensor.Transpose(order);
    }

    private static (int Rows, int Columns) Sizes(Tensor matrix, bool transposed)
    {
        if (matrix.Rank != 2)
        {
            throw new ArgumentException($"{matrix} is no matrix.");
        }

        return transposed ? (matrix.Shape[1], matrix.Shape[0]) : (matrix.Shape[0], matrix.Shape[1]);
    }
}
