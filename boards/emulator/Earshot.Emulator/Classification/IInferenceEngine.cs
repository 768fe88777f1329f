namespace Earshot.Emulator.Classification;

/// <summary>The firmware's classifier with one model: on the emulated board the same C module as on the real one.</summary>
public interface IInferenceEngine : IDisposable
{
    /// <summary>What the model says of itself.</summary>
    ModelFacts Model { get; }

    /// <summary>Hears samples; as many as a hop at most.</summary>
    /// <returns>How often the scores were renewed, 0 or 1.</returns>
    int Push(ReadOnlySpan<short> samples);

    /// <summary>Copies the latest scores, one a class, as int8 (probability = (score + 128) / 256).</summary>
    /// <returns>False when there was no decision yet.</returns>
    bool TryReadScores(Span<sbyte> scores);

    /// <summary>A-weighted level of the latest frame in 1/256 dB of a full-scale sine.</summary>
    int Level { get; }

    /// <summary>Forgets all sound.</summary>
    void Reset();
}
