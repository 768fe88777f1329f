using Earshot.Emulator.Boards;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Sound;

namespace Earshot.Cli.Emulation;

/// <summary>What an emulated node is to hear and to run.</summary>
/// <param name="Board">The board.</param>
/// <param name="PackPath">The model pack, which goes into the deployment region.</param>
/// <param name="Clips">The sounds, in order.</param>
/// <param name="Gap">Silence between two sounds.</param>
/// <param name="Title">What a report calls the run.</param>
/// <param name="Command">The command that repeats it.</param>
internal sealed record NodeRunRequest(
    BoardDescription Board, string PackPath, IReadOnlyList<SoundClip> Clips, TimeSpan Gap, string Title, string Command)
{
    /// <summary>The app's assembly; null for Earshot's own.</summary>
    public string? ApplicationPath { get; init; }

    /// <summary>What the C module costs; an estimate unless it was measured.</summary>
    public NativeCost Cost { get; init; } = new();
}
