using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>Pad with zeros along time and frequency, which the convolution behind it takes in.</summary>
internal static class PadImport
{
    public static ImportedValue Apply(ImportContext context, NodeProto node)
    {
        var value = context.PaddedValue(node, 0);
        var pads = context.Inference.ConstantOf(node, 1);
        var layout = value.Layout.Normalized(value.Tensor);
        if (pads is null || pads.Length != 2 * layout.Rank || node.TextAttribute("mode", "constant") != "constant"
            || pads.Any(pad => pad < 0) || !FillsZero(context, node))
        {
            throw context.Fail(node, "is not padding with zeros by constant amounts", "Pad with zeros.");
        }

        for (var axis = 0; axis < layout.Rank; axis++)
        {
            var (begin, end) = ((int)pads[axis], (int)pads[axis + layout.Rank]);
            if (begin == 0 && end == 0)
            {
                continue;
            }

            value = layout[axis] switch
            {
                [PhysicalAxis.Time] => value with { TimePad = (value.TimePad.Begin + begin, value.TimePad.End + end) },
                [PhysicalAxis.Frequency] => value with { FrequencyPad = (value.FrequencyPad.Begin + begin, value.FrequencyPad.End + end) },
                _ => throw context.Fail(node, $"pads axis {axis}", "Pad time and frequency only."),
            };
        }

        return value;
    }

    /// <summary>A span with more padding.</summary>
    public static LayerSpan Added(LayerSpan span, (int Begin, int End) pad) =>
        span with { PadBegin = span.PadBegin + pad.Begin, PadEnd = span.PadEnd + pad.End };

    private static bool FillsZero(ImportContext context, NodeProto node)
    {
        if (node.Input.Count < 3 || node.Input[2].Length == 0)
        {
            return true;
        }

        var constant = context.Constants.Read(node, node.Input[2]);
        return (constant is null ? context.Constants.Floats(node, 2)[0] : constant.Values[0]) == 0;
    }
}
