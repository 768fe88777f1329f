using Earshot.Native;
using Earshot.Packing.Network;
using Earshot.Packing.Planning;

namespace Earshot.Packing.Format;

/// <summary>Writes the bytes of a pack. The same input gives the same bytes.</summary>
internal static class PackWriter
{
    public static byte[] Write(QuantizedNetwork network, TimePlan time, ArenaPlan arena, PackSettings settings)
    {
        var buffer = new PackBuffer();
        var header = buffer.Reserve(PackLayout.HeaderBytes);
        var frontEnd = buffer.Reserve(PackLayout.FrontEndBytes);
        var classes = buffer.Reserve(PackLayout.ClassBytes * settings.Classes.Count);
        var tensors = buffer.Reserve(PackLayout.TensorBytes * network.Tensors.Count);
        var layers = buffer.Reserve(PackLayout.LayerBytes * network.Layers.Count);
        var name = buffer.Text(settings.Name ?? network.Name);
        var details = buffer.Text(settings.Details);
        WriteClasses(buffer, classes, settings.Classes);
        WriteFrontEnd(buffer, frontEnd, settings.FrontEnd);
        WriteTensors(buffer, tensors, network, time, arena);
        WriteLayers(buffer, layers, network, time);

        var fields = buffer.Fields(header);
        fields.Bytes(PackLayout.Magic);
        fields.U32(PackLayout.Version);
        fields.U32(0);
        fields.U32(0);
        fields.U16((int)time.Mode);
        fields.U16(network.Tensors.Count);
        fields.U16(network.Layers.Count);
        fields.U16(settings.Classes.Count);
        fields.U16(network.IndexOf(network.Logits));
        fields.U16(network.IndexOf(network.Scores));
        fields.U32(frontEnd);
        fields.U32(classes);
        fields.U32(tensors);
        fields.U32(layers);
        fields.U32(name.Offset);
        fields.U32(name.Bytes);
        fields.U32(arena.Bytes);
        fields.U32(arena.FrontEndScratchOffset);
        fields.U32(arena.LayerScratchOffset);
        fields.U32(arena.LayerScratchBytes);
        fields.U16(time.WindowColumns);
        fields.U16(time.DecisionHop);
        fields.U16(arena.BlockColumns);
        fields.U16(0);
        fields.U32((long)settings.Smoothing.TotalMilliseconds);
        fields.I16((int)Math.Clamp(Math.Round(settings.QuietLevel * 256), short.MinValue, short.MaxValue));
        fields.U16(0);
        fields.U32(details.Offset);
        fields.U32(details.Bytes);
        return buffer.Finish();
    }

    private static void WriteClasses(PackBuffer buffer, int offset, IReadOnlyList<ModelClass> classes)
    {
        foreach (var item in classes)
        {
            var label = buffer.Text(item.Label);
            var fields = buffer.Fields(offset);
            fields.U32(label.Offset);
            fields.U16(label.Bytes);
            fields.U16(item.IsBackground ? 1 : 0);
            fields.U16(Threshold(item.OnThreshold));
            fields.U16(Threshold(item.OffThreshold));
            fields.U16((int)item.MinimumDuration.TotalMilliseconds);
            offset += PackLayout.ClassBytes;
        }
    }

    private static int Threshold(double probability) => (int)Math.Round(probability * 256);

    private static void WriteFrontEnd(PackBuffer buffer, int offset, FrontEndTables frontEnd)
    {
        var window = buffer.Table(frontEnd.Window);
        var records = new byte[PackLayout.TriangleBytes * frontEnd.Triangles.Length];
        var record = new FieldWriter(records);
        foreach (var triangle in frontEnd.Triangles)
        {
            record.U16(triangle.FirstBin);
            record.U16(triangle.Bins);
            record.U32(triangle.RiseOffset);
            record.U32(triangle.RiseSlope);
            record.U32(triangle.LevelWeight);
        }

        var triangles = buffer.Table(records);
        var isNormalised = frontEnd.Kind == FrontEndKind.LogMel;
        var means = isNormalised ? buffer.Table(frontEnd.Means) : 0;
        var multipliers = isNormalised ? buffer.Table(frontEnd.Multipliers) : 0;
        var fields = buffer.Fields(offset);
        fields.U16((int)frontEnd.Kind);
        fields.U16((int)frontEnd.Normalisation);
        fields.U32(frontEnd.SampleRate);
        fields.U16(frontEnd.FrameSamples);
        fields.U16(frontEnd.HopSamples);
        fields.U16(frontEnd.FftSize);
        fields.U16(frontEnd.BandCount);
        fields.I32(frontEnd.LogOffset);
        fields.U8(frontEnd.Shift);
        fields.I8(frontEnd.ZeroPoint);
        fields.U16(frontEnd.Triangles.Length);
        fields.I32(frontEnd.LevelStart);
        fields.U32(frontEnd.LevelRate);
        fields.U32(window);
        fields.U32(triangles);
        fields.U16(frontEnd.FirstBand);
        fields.U16(0);
        fields.I32(frontEnd.LogFloor);
        fields.I32(frontEnd.LevelOffset);
        fields.U32(means);
        fields.U32(multipliers);
    }

    private static void WriteTensors(PackBuffer buffer, int offset, QuantizedNetwork network, TimePlan time, ArenaPlan arena)
    {
        foreach (var tensor in network.Tensors)
        {
            var timing = time[tensor];
            var fields = buffer.Fields(offset);
            fields.U32(arena.Offset(tensor));
            fields.U16(arena.Columns(tensor));
            fields.U16(tensor.Frequency);
            fields.U16(tensor.Channels);
            fields.I8(tensor.Parameters.ZeroPoint);
            fields.U8(0);
            fields.F32(tensor.Parameters.Scale);
            fields.I32(timing.Delay);
            fields.U16(timing.Stride);
            fields.U16(timing.Total);
            offset += PackLayout.TensorBytes;
        }
    }

    private static void WriteLayers(PackBuffer buffer, int offset, QuantizedNetwork network, TimePlan time)
    {
        foreach (var layer in network.Layers)
        {
            var requantization = layer.HasKernelWeights
                ? Requantization.EncodeWeighted(layer.Factors)
                : Requantization.Encode(layer.Factors);
            var weights = buffer.Table(layer.Weights);
            var bias = buffer.Table(layer.Bias);
            var multipliers = buffer.Table(requantization.Multipliers);
            var fields = buffer.Fields(offset);
            fields.U8((int)layer.Operator);
            fields.U8(0);
            fields.U8(0);
            fields.U8(layer.AlongFrequency ? 1 : 0);
            fields.U16(network.IndexOf(layer.Inputs[0]));
            fields.U16(layer.Inputs.Count > 1 ? network.IndexOf(layer.Inputs[1]) : PackLayout.NoTensor);
            fields.U16(network.IndexOf(layer.Output));
            fields.U16(layer.Time.Kernel);
            fields.U16(layer.Frequency.Kernel);
            fields.U16(time.StrideTime(layer));
            fields.U16(layer.Frequency.Stride);
            fields.U16(layer.Time.Dilation);
            fields.U16(layer.Frequency.Dilation);
            fields.U16(layer.Time.PadBegin);
            fields.U16(layer.Time.PadEnd);
            fields.U16(layer.Frequency.PadBegin);
            fields.U16(layer.Frequency.PadEnd);
            fields.U16(layer.Crops[0]);
            fields.U16(layer.Crops[1]);
            fields.U8(requantization.Shift);
            fields.I8(layer.ClampMinimum);
            fields.I8(layer.ClampMaximum);
            fields.U8(0);
            fields.U16(0);
            fields.U32(weights);
            fields.U32(layer.Weights.Length);
            fields.U32(bias);
            fields.U32(multipliers);
            fields.U32(requantization.Multipliers.Length);
            offset += PackLayout.LayerBytes;
        }
    }
}
