using Earshot.Native;
using Earshot.Packing.Network;
using Earshot.Packing.Planning;

namespace Earshot.Packing.Tests.Support;

/// <summary>
/// The columns that a ring needs, from the delays and strides alone: a second derivation, not a simulation, against which
/// the planner is checked.
/// </summary>
internal static class RingBound
{
    public static int Columns(TimePlan time, NetworkTensor tensor, int block)
    {
        var window = time.Mode == ModelMode.Window;
        var end = window ? time.WindowColumns : 4096;
        var most = ReferenceEquals(tensor, time.Network.Input) && window ? time.WindowColumns : 1;
        for (var before = 0; before < end; before += block)
        {
            var now = window ? Math.Min(before + block, end) : before + block;
            most = Math.Max(most, Count(time, tensor, now) - Count(time, tensor, before));
            foreach (var layer in time.Network.Layers)
            {
                for (var input = 0; input < layer.Inputs.Count; input++)
                {
                    if (ReferenceEquals(layer.Inputs[input], tensor))
                    {
                        var arrived = Count(time, tensor, now);
                        var read = Count(time, layer.Output, before) * time.StrideTime(layer);
                        most = Math.Max(most, Math.Min(arrived, arrived + layer.Time.PadBegin - layer.Crops[input] - read));
                    }
                }
            }
        }

        return most;
    }

    /// <summary>Columns of a tensor that exist once some feature columns have arrived.</summary>
    private static int Count(TimePlan time, NetworkTensor tensor, int fed)
    {
        var (delay, stride, total) = time[tensor];
        if (time.Mode == ModelMode.Window && fed >= time.WindowColumns)
        {
            return total;
        }

        return fed == 0 || fed < delay ? 0 : (fed - delay) / stride + 1;
    }
}
