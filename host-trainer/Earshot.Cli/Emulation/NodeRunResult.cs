using Earshot.Emulator;
using Earshot.Payload;

namespace Earshot.Cli.Emulation;

/// <summary>What an emulated node did.</summary>
/// <param name="Node">Events, trace, load.</param>
/// <param name="Matched">Each sound that was played, with what was sent for it.</param>
/// <param name="Samples">All that was played, at the model's rate.</param>
/// <param name="SampleRate">Hz.</param>
/// <param name="RealtimeFactor">Virtual seconds for each second of the wall clock.</param>
/// <param name="ProcessorRealtimeFactor">Virtual seconds for each second of processor time that the process took, whatever else ran on the machine.</param>
internal sealed record NodeRunResult(
    NodeEmulationResult Node, IReadOnlyList<MatchedSound> Matched, short[] Samples, int SampleRate, double RealtimeFactor, double ProcessorRealtimeFactor)
{
    /// <summary>The sounds whose class is known.</summary>
    public IEnumerable<MatchedSound> Judged => Matched.Where(sound => sound.Played.Label.Length > 0);

    /// <summary>How many of them the node got right.</summary>
    public int Right => Judged.Count(sound => sound.IsRight);
}
