using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Tensors;

namespace Earshot.Quantization.Preparation;

/// <summary>Moves zero padding of the spatial axes into the convolution that reads it.</summary>
public static class PaddingMerge
{
    /// <summary>Merges what can be merged, in place.</summary>
    public static void Apply(GraphProto graph)
    {
        foreach (var pad in graph.Node.Where(node => node.OpType == "Pad").ToArray())
        {
            var index = new GraphIndex(graph);
            var amounts = pad.Input.Count > 1 ? index.Initializer(pad.Input[1])?.Integers() : null;
            var value = pad.Input.Count > 2 && pad.Input[2].Length > 0 ? index.Initializer(pad.Input[2])?.Floats()[0] : 0;
            var convolution = index.OnlyConsumer(pad.Output[0]);
            if (amounts is null || value != 0 || pad.TextAttribute("mode", "constant") != "constant"
                || convolution is not { OpType: "Conv" } || convolution.TextAttribute("auto_pad", "NOTSET") != "NOTSET")
            {
                continue;
            }

            var rank = amounts.Length / 2;
            if (amounts[0] != 0 || amounts[1] != 0 || amounts[rank] != 0 || amounts[rank + 1] != 0 || amounts.Any(amount => amount < 0))
            {
                continue;
            }

            var pads = convolution.IntegersAttribute("pads") ?? new int[2 * (rank - 2)];
            for (var axis = 0; axis < rank - 2; axis++)
            {
                pads[axis] += (int)amounts[axis + 2];
                pads[axis + rank - 2] += (int)amounts[axis + 2 + rank];
            }

            convolution.With("pads", pads);
            convolution.Input[0] = pad.Input[0];
            graph.Node.Remove(pad);
        }
    }
}
