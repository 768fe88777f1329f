using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>
/// What each axis of an ONNX tensor holds of the deployed tensor [time][frequency][channel]. Axes of size 1 hold
/// nothing; a flattened axis holds several, the slowest first. The batch is axis 0 and holds nothing.
/// </summary>
internal sealed class AxisLayout
{
    private readonly PhysicalAxis[][] _axes;

    public AxisLayout(params PhysicalAxis[][] axes)
    {
        _axes = axes;
    }

    public int Rank => _axes.Length;

    public IReadOnlyList<PhysicalAxis> this[int axis] => _axes[axis];

    public static int SizeOf(NetworkTensor tensor, PhysicalAxis axis) => axis switch
    {
        PhysicalAxis.Time => tensor.Columns,
        PhysicalAxis.Frequency => tensor.Frequency,
        _ => tensor.Channels,
    };

    /// <summary>The same axes without those that have size 1 in <paramref name="tensor"/>.</summary>
    public AxisLayout Normalized(NetworkTensor tensor) =>
        new([.. _axes.Select(axis => axis.Where(part => SizeOf(tensor, part) > 1).ToArray())]);

    /// <summary>Whether an axis holds exactly one physical axis, or nothing where that one has size 1.</summary>
    public bool Holds(int axis, PhysicalAxis part, NetworkTensor tensor) =>
        SizeOf(tensor, part) == 1 ? _axes[axis].Length == 0 : _axes[axis] is [var only] && only == part;

    public AxisLayout Transposed(IReadOnlyList<int> order) => order.Count == Rank && order[0] == 0
        ? new AxisLayout([.. order.Select(axis => _axes[axis])])
        : throw new InvalidDataException("it moves the batch.");

    /// <summary>The layout after a reshape to <paramref name="shape"/> that keeps the order of the values.</summary>
    public AxisLayout Reshaped(NetworkTensor tensor, IReadOnlyList<int> shape)
    {
        var parts = new Queue<PhysicalAxis>(_axes.SelectMany(axis => axis));
        var axes = new PhysicalAxis[shape.Count][];
        for (var axis = 0; axis < axes.Length; axis++)
        {
            List<PhysicalAxis> held = [];
            for (var size = 1; size < shape[axis];)
            {
                if (parts.Count == 0)
                {
                    throw new InvalidDataException("it splits an axis.");
                }

                held.Add(parts.Dequeue());
                size *= SizeOf(tensor, held[^1]);
                if (size > shape[axis])
                {
                    throw new InvalidDataException("it splits an axis.");
                }
            }

            axes[axis] = [.. held];
        }

        return new AxisLayout(axes);
    }

    /// <summary>Whether both have the same axes in the same places.</summary>
    public bool Matches(AxisLayout other) =>
        Rank == other.Rank && _axes.Zip(other._axes).All(pair => pair.First.SequenceEqual(pair.Second));
}
