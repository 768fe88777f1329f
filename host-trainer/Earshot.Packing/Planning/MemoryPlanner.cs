using Earshot.Native;
using Earshot.Packing.Format;
using Earshot.Packing.Network;

namespace Earshot.Packing.Planning;

/// <summary>
/// Chooses for each layer how much scratch its kernel gets and whether it writes over its input. For speed a layer does so
/// where its kernel loses nothing by it; for size where it makes the arena smaller.
/// </summary>
public sealed class MemoryPlanner
{
    private readonly TimePlan _time;
    private readonly PackSettings _settings;
    private readonly string _origin;
    private readonly KernelGoal _goal;
    private readonly Dictionary<NetworkLayer, (bool Overwrites, int Scratch)> _kernels = [];

    /// <summary>Asks the C module what its kernels need, which it reads from a pack.</summary>
    /// <param name="time">The plan along time.</param>
    /// <param name="settings">The front end and what to plan for.</param>
    /// <param name="origin">The model file, for errors.</param>
    public MemoryPlanner(TimePlan time, PackSettings settings, string origin)
    {
        (_time, _settings, _origin) = (time, settings, origin);
        _goal = settings.Preference == MemoryPreference.Speed ? KernelGoal.Speed : KernelGoal.Size;
        using var model = Open(Create(1, 0, null));
        for (var index = 0; index < time.Network.Layers.Count; index++)
        {
            _kernels[time.Network.Layers[index]] =
                (model.LayerOverwrites(index, _goal), _goal == KernelGoal.Size ? model.LayerScratchBytes(index, _goal) : 0);
        }
    }

    /// <summary>The plan for steps of <paramref name="blockColumns"/> feature columns.</summary>
    public ArenaPlan Plan(int blockColumns)
    {
        var inPlace = _time.Network.Layers.Where(layer => MayOverwrite(layer, blockColumns)).ToHashSet();
        var best = Create(blockColumns, Scratch(inPlace), inPlace);
        if (_goal == KernelGoal.Speed)
        {
            if (_settings.LayerScratchBytes is not null)
            {
                return best;
            }

            using var model = Open(best);
            return Create(blockColumns, model.FastScratchBytes, inPlace);
        }

        // The columns that wait may cost more scratch than the tensor that they save, and what saves nothing only costs time.
        foreach (var layer in inPlace.OrderByDescending(Overwriting.WaitingBytes).ToArray())
        {
            var others = inPlace.Where(other => !ReferenceEquals(other, layer)).ToHashSet();
            var plan = Create(blockColumns, Scratch(others), others);
            if (plan.Bytes <= best.Bytes)
            {
                (best, inPlace) = (plan, others);
            }
        }

        return best;
    }

    private bool MayOverwrite(NetworkLayer layer, int blockColumns) =>
        Overwriting.Input(_time, blockColumns, layer) is not null
        && (_goal == KernelGoal.Size || _kernels[layer].Overwrites)
        && !(Overwriting.WaitingBytes(layer) > _settings.LayerScratchBytes);

    /// <summary>For size, what every layer's kernel wants; for speed only what the columns that wait need.</summary>
    private int Scratch(HashSet<NetworkLayer> inPlace) => _settings.LayerScratchBytes
        ?? _kernels.Max(layer => layer.Value.Scratch + (inPlace.Contains(layer.Key) ? Overwriting.WaitingBytes(layer.Key) : 0));

    private ArenaPlan Create(int blockColumns, int scratch, HashSet<NetworkLayer>? inPlace) =>
        ArenaPlan.Create(_time, blockColumns, ModelPacker.FrontEndScratch(_settings.FrontEnd), scratch, inPlace);

    private Model Open(ArenaPlan arena) => Model.Open(PackWriter.Write(_time.Network, _time, arena, _settings), _origin);
}
