using System.Globalization;

namespace Earshot.Benchmarks.Measuring;

/// <summary>
/// What QEMU's counting plugin wrote: a line "phase instructions low high" for each phase of the image. In the image that runs a
/// model phase 1 is a loop of known length, 2 the engine between layers, 3 + n layer n.
/// </summary>
public sealed class PhaseCounts
{
    private const int LoopPhase = 1;
    private readonly Dictionary<int, InstructionCounts> _phases;

    private PhaseCounts(Dictionary<int, InstructionCounts> phases)
    {
        _phases = phases;
    }

    /// <summary>The whole network.</summary>
    public InstructionCounts Network => Sum(LoopPhase + 1, int.MaxValue);

    /// <summary>All phases from <paramref name="first"/> to <paramref name="last"/> together.</summary>
    public InstructionCounts Sum(int first, int last) => _phases.Where(phase => phase.Key >= first && phase.Key <= last)
        .Aggregate(default(InstructionCounts), (sum, phase) => sum + phase.Value);

    /// <summary>Reads the lines.</summary>
    /// <exception cref="InvalidDataException">They are not what the plugin writes.</exception>
    public static PhaseCounts Parse(IEnumerable<string> lines)
    {
        var phases = new Dictionary<int, InstructionCounts>();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            var words = line.Split(' ');
            if (words.Length != 4 || !words.All(word => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            {
                throw new InvalidDataException($"The counter wrote '{line}', which is not a phase and three counts.");
            }

            var numbers = words.Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray();
            phases.Add(checked((int)numbers[0]), new InstructionCounts(numbers[1], numbers[2], numbers[3]));
        }

        return new PhaseCounts(phases);
    }

    /// <summary>Proves the counter: a loop of two instructions a turn, and the store that ends it, must count as just that.</summary>
    /// <exception cref="InvalidDataException">It counted otherwise.</exception>
    public void CheckLoop(long turns)
    {
        var counted = _phases.GetValueOrDefault(LoopPhase).Instructions;
        if (counted != 2 * turns + 1)
        {
            throw new InvalidDataException(
                FormattableString.Invariant($"A loop of {2 * turns + 1} instructions was counted as {counted}: this QEMU cannot be trusted."));
        }
    }
}
