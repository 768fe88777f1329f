namespace Earshot;

/// <summary>What a call to <see cref="SoundClassifier.Listen"/> has done.</summary>
public enum Heard
{
    /// <summary>Time ran out before a hop of sound was there.</summary>
    Nothing = 0,

    /// <summary>A hop was worked on; there is a new level.</summary>
    Hop = 1,

    /// <summary>A hop was worked on, and it renewed the scores.</summary>
    Decision = 2,
}
