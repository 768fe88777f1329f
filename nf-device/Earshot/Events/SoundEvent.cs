namespace Earshot;

/// <summary>A sound that was heard and has ended, or has lasted as long as an event may.</summary>
public sealed class SoundEvent
{
    /// <summary>The index of a sound that is none of the model's classes.</summary>
    public const int Unknown = -1;

    /// <summary>Describes an event.</summary>
    /// <param name="classIndex">Its class, or <see cref="Unknown"/>.</param>
    /// <param name="confidence">Mean score of the class over the event, 0 to 255.</param>
    /// <param name="start">Milliseconds from the microphone's start.</param>
    /// <param name="duration">Milliseconds.</param>
    /// <param name="level">LAeq over the event, in 1/256 dB of a full-scale sine.</param>
    public SoundEvent(int classIndex, int confidence, long start, int duration, int level)
    {
        ClassIndex = classIndex;
        Confidence = confidence;
        Start = start;
        Duration = duration;
        Level = level;
    }

    /// <summary>Its class, or <see cref="Unknown"/>.</summary>
    public int ClassIndex { get; }

    /// <summary>Mean score of the class over the event, 0 to 255.</summary>
    public int Confidence { get; }

    /// <summary>When it began, in milliseconds from the microphone's start.</summary>
    public long Start { get; }

    /// <summary>How long it lasted, in milliseconds.</summary>
    public int Duration { get; }

    /// <summary>LAeq over the event, in 1/256 dB of a full-scale sine.</summary>
    public int Level { get; }
}
