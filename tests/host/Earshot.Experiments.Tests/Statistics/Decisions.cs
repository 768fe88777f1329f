using Earshot.Experiments.Statistics;

namespace Earshot.Experiments.Tests.Statistics;

/// <summary>Decisions to count.</summary>
internal static class Decisions
{
    /// <summary>Decisions between two classes about clips of the first, right or wrong.</summary>
    internal static IEnumerable<Decision> Of(int fold, ulong seed, params bool[] right) =>
        right.Select((isRight, clip) => new Decision(fold, seed, $"clip {clip}", 0, isRight ? [0.75f, 0.25f] : [0.25f, 0.75f]));

    /// <summary>A decision between two classes that gives the second one some probability.</summary>
    internal static Decision Binary(int label, float second) => new(1, 1, "clip", label, [1 - second, second]);
}
