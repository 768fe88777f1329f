using Earshot.Native;
using Earshot.Packing.Format;
using Earshot.Packing.Network;
using Earshot.Packing.Planning;

namespace Earshot.Packing;

/// <summary>Makes a model pack of an imported network.</summary>
public static class ModelPacker
{
    private const int LargestExtent = 65535;

    /// <summary>Plans the network along time and in the arena, and writes the pack.</summary>
    /// <param name="network">The network.</param>
    /// <param name="settings">Front end, classes and choices.</param>
    /// <param name="origin">The model file, for errors.</param>
    /// <exception cref="InputException">Network, front end and classes do not belong together, or a choice is impossible.</exception>
    public static PackResult Pack(QuantizedNetwork network, PackSettings settings, string origin)
    {
        Check(network, settings, origin);
        List<string> decisions = [.. network.Decisions];
        var time = PlanTime(network, settings, origin, decisions);
        var arena = PlanArena(time, settings, origin, decisions);
        decisions.Add(settings switch
        {
            { LayerScratchBytes: not null } => $"{arena.LayerScratchBytes} bytes of working memory for the kernels, as asked.",
            { Preference: MemoryPreference.Speed } => $"{arena.LayerScratchBytes} bytes of working memory, as much as the armv7em kernels can use.",
            _ => $"{arena.LayerScratchBytes} bytes of working memory, what the kernels of EARSHOT_SMALL use.",
        });
        return new PackResult(PackWriter.Write(network, time, arena, settings), network, time, arena, decisions);
    }

    private static void Check(QuantizedNetwork network, PackSettings settings, string origin)
    {
        if (settings.Classes.Count != network.Classes)
        {
            throw new InputException(
                origin,
                $"it has {network.Classes} outputs but {settings.Classes.Count} labels were given.",
                "Give one label for each output, in the order of training.");
        }

        if (network.Input.Frequency != settings.FrontEnd.BandCount)
        {
            throw new InputException(
                origin,
                $"its input has {network.Input.Columns} columns of {network.Input.Frequency} bands, but the front end makes {settings.FrontEnd.BandCount} bands.",
                "Use the front end of the training, or say which axis of the model is time.");
        }

        var features = network.Input.Parameters;
        if (features.ZeroPoint != settings.FrontEnd.ZeroPoint
            || Math.Abs(features.Scale - settings.FrontEnd.Scale) > 1e-6f * settings.FrontEnd.Scale)
        {
            throw new InputException(
                origin,
                $"its input has scale {features.Scale} and zero point {features.ZeroPoint}, the front end {settings.FrontEnd.Scale} and {settings.FrontEnd.ZeroPoint}.",
                "Quantise the input with the front end's scale and zero point.");
        }

        if (network.Tensors.FirstOrDefault(tensor => tensor.ColumnBytes > LargestExtent || tensor.Columns > LargestExtent) is { } large)
        {
            throw new InputException(origin, $"tensor '{large.Name}' is larger than a pack can hold.", "Use fewer channels or bands.");
        }

        CheckClasses(settings.Classes, origin);
    }

    internal static int FrontEndScratch(FrontEndTables frontEnd) => 4 * frontEnd.FftSize;

    private static void CheckClasses(IReadOnlyList<ModelClass> classes, string origin)
    {
        foreach (var group in classes.GroupBy(item => item.Label).Where(group => group.Key.Length == 0 || group.Count() > 1))
        {
            throw new InputException(
                origin,
                group.Key.Length == 0 ? "a label is empty." : $"label '{group.Key}' is given {group.Count()} times.",
                "Give every class a name of its own.");
        }

        foreach (var item in classes)
        {
            if (!(item.OffThreshold >= 0 && item.OffThreshold <= item.OnThreshold && item.OnThreshold <= 1)
                || item.MinimumDuration < TimeSpan.Zero || item.MinimumDuration.TotalMilliseconds > ushort.MaxValue)
            {
                throw new InputException(
                    origin,
                    $"class '{item.Label}' has thresholds {item.OnThreshold} and {item.OffThreshold} and the shortest duration {item.MinimumDuration}.",
                    "Choose 0 ≤ off ≤ on ≤ 1 and a duration up to 65.5 s.");
            }
        }
    }

    private static TimePlan PlanTime(QuantizedNetwork network, PackSettings settings, string origin, List<string> decisions)
    {
        var obstacle = TimePlan.WhyNotStream(network);
        if (settings.Mode == ModelMode.Stream && obstacle is not null)
        {
            throw new InputException(origin, $"it cannot run as a stream: {obstacle}.", "Use window mode, or convolutions without padding in time.");
        }

        var mode = settings.Mode ?? (obstacle is null ? ModelMode.Stream : ModelMode.Window);
        var window = network.Input.Columns;
        if (mode == ModelMode.Window)
        {
            decisions.Add(obstacle is null ? "Window mode, as asked." : $"Window mode, because {obstacle}.");
            var hop = settings.DecisionHop ?? Math.Max(1, window / 2);
            return Decide(TimePlan.Create(network, mode, CheckedHop(hop, 1, origin)), decisions);
        }

        var unit = TimePlan.DecisionUnit(network);
        decisions.Add($"Stream mode: no layer pads time. Decisions may come every {unit} columns.");
        var chosen = settings.DecisionHop ?? Math.Max(1, (int)Math.Round(window / 8.0 / unit)) * unit;
        var plan = TimePlan.Create(network, mode, CheckedHop(chosen, unit, origin));
        if (plan.WindowColumns != window)
        {
            decisions.Add($"A decision looks back on {plan.WindowColumns} of the model's {window} columns; the others reach no output.");
        }

        return Decide(plan, decisions);
    }

    private static int CheckedHop(int hop, int unit, string origin) => hop > 0 && hop % unit == 0 && hop <= 4096
        ? hop
        : throw new InputException(
            origin,
            $"decisions cannot come every {hop} columns.",
            $"Choose a multiple of {unit}, the product of the strides in time before the network's head, up to 4096.");

    private static TimePlan Decide(TimePlan plan, List<string> decisions)
    {
        decisions.Add($"A decision every {plan.DecisionHop} columns over the last {plan.WindowColumns}.");
        return plan;
    }

    private static ArenaPlan PlanArena(TimePlan time, PackSettings settings, string origin, List<string> decisions)
    {
        var largest = time.Mode == ModelMode.Window ? time.WindowColumns : time.DecisionHop;
        var planner = new MemoryPlanner(time, settings, origin);
        if (settings.BlockColumns is { } block)
        {
            if (block < 1 || block > largest)
            {
                throw new InputException(origin, $"steps of {block} columns are impossible.", $"Choose 1 to {largest}.");
            }

            decisions.Add($"Steps of {block} columns, as asked.");
            if (Lateness(time, block) is var late && late > 0)
            {
                decisions.Add($"Decisions come {late} columns late, because steps of {block} do not divide the window and the decision hop.");
            }

            return planner.Plan(block);
        }

        var blocks = Enumerable.Range(1, largest).Where(candidate => Lateness(time, candidate) == 0).ToArray();

        if (settings.Preference == MemoryPreference.Speed)
        {
            decisions.Add($"Steps of {blocks[^1]} columns, the largest without delay, for speed.");
            return planner.Plan(blocks[^1]);
        }

        var best = blocks.Select(planner.Plan).OrderBy(plan => plan.Bytes).ThenByDescending(plan => plan.BlockColumns).First();
        decisions.Add($"Steps of {best.BlockColumns} columns: the largest with the smallest arena, {best.Bytes} bytes.");
        return best;
    }

    /// <summary>Columns by which a stream's decisions wait for the step to be full; a window is always cut to fit.</summary>
    private static int Lateness(TimePlan time, int block)
    {
        if (time.Mode == ModelMode.Window)
        {
            return 0;
        }

        var late = 0;
        for (var decision = 0; decision < block; decision++)
        {
            var due = (time.WindowColumns + (long)decision * time.DecisionHop) % block;
            late = Math.Max(late, due == 0 ? 0 : (int)(block - due));
        }

        return late;
    }
}
