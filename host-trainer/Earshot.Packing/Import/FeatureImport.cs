using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>The input of the model: tensor 0, the features.</summary>
internal static class FeatureImport
{
    public static void Import(ImportContext context)
    {
        var graph = context.Model.Graph;
        if (graph.Input is not [var input])
        {
            throw new InputException(context.Origin, $"it has {graph.Input.Count} inputs.", "A sound classifier has one input: the features.");
        }

        var quantizer = FirstQuantizer(context, input.Name) ?? throw new InputException(
            context.Origin,
            $"input '{input.Name}' is not quantised.",
            "Put a QuantizeLinear with the front end's scale directly behind it.");
        var shape = context.Shape(input.Name);
        PhysicalAxis[] order = context.TimeAxis == TimeAxis.Height
            ? [PhysicalAxis.Time, PhysicalAxis.Frequency]
            : [PhysicalAxis.Frequency, PhysicalAxis.Time];
        PhysicalAxis[][] axes = shape switch
        {
            [_, _, _] => [[], [order[0]], [order[1]]],
            [_, 1, _, _] => [[], [], [order[0]], [order[1]]],
            [_, _, _, 1] => [[], [order[0]], [order[1]], []],
            [_, _, 1, _] => [[], [order[0]], [], [order[1]]],
            _ => throw new InputException(
                context.Origin,
                $"input '{input.Name}' has the shape [{string.Join(", ", shape)}].",
                "Features have the shape [N, 1, frames, bands]."),
        };
        var layout = new AxisLayout(axes);
        int Size(PhysicalAxis part) => shape[Array.FindIndex(axes, axis => axis.Contains(part))];
        var tensor = context.AddTensor(new NetworkTensor(
            input.Name, Size(PhysicalAxis.Time), Size(PhysicalAxis.Frequency), 1, context.Constants.Parameters(quantizer)));
        context.Values[input.Name] = new ImportedValue(tensor, layout.Normalized(tensor));
    }

    private static NodeProto? FirstQuantizer(ImportContext context, string tensor)
    {
        while (context.Index.Consumers(tensor) is { Count: > 0 } consumers)
        {
            if (consumers.FirstOrDefault(node => node.OpType is "QuantizeLinear" or "DequantizeLinear") is { } found)
            {
                return found;
            }

            if (consumers is not [var only] || !LayoutImport.Handles(only.OpType))
            {
                return null;
            }

            tensor = only.Output[0];
        }

        return null;
    }
}
