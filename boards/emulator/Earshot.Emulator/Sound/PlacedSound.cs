using Earshot.Payload;

namespace Earshot.Emulator.Sound;

/// <summary>A sound at a place of a timeline.</summary>
/// <param name="Start">The sample at which it begins.</param>
/// <param name="Clip">The sound.</param>
/// <param name="Gain">The factor on its samples.</param>
internal sealed record PlacedSound(long Start, SoundClip Clip, float Gain)
{
    /// <summary>The sample behind its last.</summary>
    public long End => Start + Clip.Samples.Length;

    /// <summary>Adds the part that lies in a piece of the timeline; what goes beyond 16 bits clips.</summary>
    public void AddTo(Span<short> piece, long pieceStart)
    {
        var from = Math.Max(pieceStart, Start);
        var to = Math.Min(pieceStart + piece.Length, End);
        for (var position = from; position < to; position++)
        {
            ref var sample = ref piece[(int)(position - pieceStart)];
            var sum = sample + Math.Round(Clip.Samples[position - Start] * (double)Gain);
            sample = (short)Math.Clamp(sum, short.MinValue, short.MaxValue);
        }
    }

    public PlayedSound ToPlayed(int sampleRate)
    {
        TimeSpan TimeOf(long sample) => TimeSpan.FromTicks(sample * TimeSpan.TicksPerSecond / sampleRate);
        return new PlayedSound(Clip.Name, Clip.Label, TimeOf(Start), TimeOf(End));
    }
}
