using Earshot.Onnx.Proto;
using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>
/// How the axes of a convolution's or pool's input lie: which spatial axis is time, which is frequency, and whether the
/// channels of the ONNX tensor are the mel bands (a 1-D convolution over time).
/// </summary>
internal sealed class SpatialAxes
{
    private SpatialAxes(int time, int frequency, bool bandsAreChannels)
    {
        (Time, Frequency, BandsAreChannels) = (time, frequency, bandsAreChannels);
    }

    /// <summary>Place of time among the spatial axes.</summary>
    public int Time { get; }

    /// <summary>Place of the other spatial axis, or −1 where there is none.</summary>
    public int Frequency { get; }

    /// <summary>Whether ONNX channels are bands.</summary>
    public bool BandsAreChannels { get; }

    public static SpatialAxes Find(ImportContext context, NodeProto node, ImportedValue value)
    {
        var (tensor, layout) = (value.Tensor, value.Layout.Normalized(value.Tensor));
        if (layout.Rank is < 3 or > 4 || layout[0].Count > 0)
        {
            throw context.Fail(node, $"reads a tensor of {layout.Rank} dimensions", "Give it [N, channels, time, frequency].");
        }

        var bandsAreChannels = tensor.Channels == 1 && layout[1] is [PhysicalAxis.Frequency];
        if (!bandsAreChannels && !layout.Holds(1, PhysicalAxis.Channel, tensor))
        {
            throw context.Fail(node, "reads channels that are not in axis 1", "Transpose the input to [N, channels, time, frequency].");
        }

        if (layout.Rank == 3)
        {
            return layout[2].All(part => part == PhysicalAxis.Time)
                ? new SpatialAxes(0, -1, bandsAreChannels)
                : throw context.Fail(node, "runs along frequency only", "Let a 1-D convolution run along time, or use 2-D.");
        }

        var first = context.TimeAxis == TimeAxis.Height ? 0 : 1;
        var time = layout[2].Contains(PhysicalAxis.Time) || layout[3].Contains(PhysicalAxis.Frequency) ? 0
            : layout[3].Contains(PhysicalAxis.Time) || layout[2].Contains(PhysicalAxis.Frequency) ? 1
            : first;
        var frequency = 1 - time;
        if (layout[2 + time].Any(part => part != PhysicalAxis.Time)
            || layout[2 + frequency].Any(part => part != PhysicalAxis.Frequency || bandsAreChannels))
        {
            throw context.Fail(node, "reads axes that are not time and frequency", "Give it [N, channels, time, frequency].");
        }

        return new SpatialAxes(time, frequency, bandsAreChannels);
    }

    /// <summary>The layout of the output: channels in axis 1, time and frequency where they were.</summary>
    public AxisLayout OutputLayout(NetworkTensor output)
    {
        PhysicalAxis[][] axes = Frequency < 0
            ? [[], [PhysicalAxis.Channel], [PhysicalAxis.Time]]
            : Time == 0
                ? [[], [PhysicalAxis.Channel], [PhysicalAxis.Time], [PhysicalAxis.Frequency]]
                : [[], [PhysicalAxis.Channel], [PhysicalAxis.Frequency], [PhysicalAxis.Time]];
        return new AxisLayout(axes).Normalized(output);
    }
}
