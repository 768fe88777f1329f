using Earshot.Native;
using Earshot.Packing.Network;

namespace Earshot.Packing.Planning;

/// <summary>Where every tensor lies in the arena.</summary>
public sealed class ArenaPlan
{
    private const int Alignment = 16;
    private readonly Dictionary<NetworkTensor, (int Offset, int Columns)> _places;

    private ArenaPlan(
        int blockColumns, int bytes, int frontEndScratch, int layerScratch, int layerScratchBytes,
        Dictionary<NetworkTensor, (int Offset, int Columns)> places)
    {
        (BlockColumns, Bytes) = (blockColumns, bytes);
        (FrontEndScratchOffset, LayerScratchOffset, LayerScratchBytes) = (frontEndScratch, layerScratch, layerScratchBytes);
        _places = places;
    }

    /// <summary>Feature columns that are worked on at a time.</summary>
    public int BlockColumns { get; }

    /// <summary>Size of the planned arena; the engine adds its own state behind it.</summary>
    public int Bytes { get; }

    /// <summary>Where the front end's working memory lies.</summary>
    public int FrontEndScratchOffset { get; }

    /// <summary>Where the kernels' working memory lies.</summary>
    public int LayerScratchOffset { get; }

    /// <summary>Size of the kernels' working memory.</summary>
    public int LayerScratchBytes { get; }

    /// <summary>Where a tensor lies.</summary>
    public int Offset(NetworkTensor tensor) => _places[tensor].Offset;

    /// <summary>Columns that a tensor's ring holds.</summary>
    public int Columns(NetworkTensor tensor) => _places[tensor].Columns;

    /// <summary>Rounds up to the arena's alignment of 16 bytes.</summary>
    public static int Align(int bytes) => (bytes + Alignment - 1) / Alignment * Alignment;

    /// <summary>Plans the arena for steps of <paramref name="blockColumns"/> feature columns.</summary>
    /// <param name="time">The plan along time.</param>
    /// <param name="blockColumns">1 to the window (window mode) or to the decision hop (stream mode).</param>
    /// <param name="frontEndScratchBytes">Working memory of the front end.</param>
    /// <param name="layerScratchBytes">Working memory of the kernels; that of layers in place included.</param>
    /// <param name="inPlace">Layers that write over an input, each of which may (<see cref="Overwriting"/>); null for none.</param>
    public static ArenaPlan Create(
        TimePlan time, int blockColumns, int frontEndScratchBytes, int layerScratchBytes, IReadOnlySet<NetworkLayer>? inPlace = null)
    {
        var network = time.Network;
        var columns = RingPlanner.Columns(time, blockColumns);
        var sharing = time.Mode == ModelMode.Window && blockColumns == time.WindowColumns;
        var always = network.Layers.Count;
        List<ArenaBuffer> buffers = [];
        var tensors = network.Tensors.ToList();
        foreach (var tensor in tensors)
        {
            var first = network.Layers.ToList().FindIndex(layer => ReferenceEquals(layer.Output, tensor));
            var last = network.Layers.ToList().FindLastIndex(layer => layer.Inputs.Contains(tensor));
            var keeps = !sharing || Overwriting.Keeps(network, tensor);
            var writer = first < 0 ? null : network.Layers[first];
            var over = writer is not null && inPlace?.Contains(writer) == true ? Overwriting.Input(time, blockColumns, writer) : null;
            buffers.Add(new ArenaBuffer(
                tensor.Name,
                Align(columns[tensor] * tensor.ColumnBytes),
                keeps ? -1 : first,
                keeps ? always : Math.Max(first, last),
                over is null ? null : tensors.IndexOf(over)));
        }

        // The front end works before the first layer, so its memory may serve tensors that live later only.
        buffers.Add(new ArenaBuffer("front end", Align(frontEndScratchBytes), -1, -1));
        buffers.Add(new ArenaBuffer("layer scratch", Align(layerScratchBytes), 0, always));
        var (offsets, bytes) = ArenaAllocator.Allocate(buffers);
        return new ArenaPlan(
            blockColumns,
            bytes,
            offsets[^2],
            offsets[^1],
            Align(layerScratchBytes),
            network.Tensors.Select((tensor, index) => (tensor, index))
                .ToDictionary(pair => pair.tensor, pair => (offsets[pair.index], columns[pair.tensor])));
    }
}
