namespace Earshot.Training.Graphs;

/// <summary>What operations do to shapes.</summary>
internal static class Shapes
{
    /// <summary>The shape that two shapes broadcast to, by NumPy's rule.</summary>
    internal static int[] Broadcast(IReadOnlyList<int> left, IReadOnlyList<int> right)
    {
        var rank = Math.Max(left.Count, right.Count);
        var result = new int[rank];
        for (var i = 0; i < rank; i++)
        {
            var a = At(left, i - rank + left.Count);
            var b = At(right, i - rank + right.Count);
            result[i] = a == b || b == 1 ? a
                : a == 1 ? b
                : throw new ArgumentException($"[{string.Join(", ", left)}] and [{string.Join(", ", right)}] do not broadcast.");
        }

        return result;
    }

    /// <summary>The shape after a reduction that keeps its axes with size 1.</summary>
    internal static int[] Reduce(IReadOnlyList<int> shape, IReadOnlyList<int> axes) =>
        [.. shape.Select((size, axis) => axes.Contains(axis) ? 1 : size)];

    private static int At(IReadOnlyList<int> shape, int index) => index < 0 ? 1 : shape[index];
}
