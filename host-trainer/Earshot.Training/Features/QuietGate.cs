namespace Earshot.Training.Features;

/// <summary>
/// Tells quiet windows, so that nothing is learnt from them and they have no vote. A frame is quiet when its A-weighted level
/// lies below <see cref="Level"/>, or further than <see cref="Range"/> below the loudest frame of late. The gate is causal:
/// the loudest level is followed as sound arrives and falls at <see cref="Decay"/>, so the device can run the same gate.
/// </summary>
public sealed record QuietGate
{
    /// <summary>Frames below this level are quiet, in dB relative to a full-scale sine.</summary>
    public float Level { get; init; } = -75;

    /// <summary>Frames this much below the loudest of late are quiet, in dB.</summary>
    public float Range { get; init; } = 40;

    /// <summary>How fast the loudest level of late is forgotten, in dB a second.</summary>
    public float Decay { get; init; } = 3;

    /// <summary>A window is quiet when less than this share of its frames is not.</summary>
    public float LoudShare { get; init; } = 0.25f;

    /// <summary>For each frame, whether it is loud enough.</summary>
    public bool[] LoudFrames(IReadOnlyList<int> levels, float hopSeconds)
    {
        var loud = new bool[levels.Count];
        var loudest = float.NegativeInfinity;
        for (var i = 0; i < levels.Count; i++)
        {
            var level = levels[i] / 256f;
            loudest = Math.Max(loudest - (Decay * hopSeconds), level);
            loud[i] = level >= Level && level >= loudest - Range;
        }

        return loud;
    }

    /// <summary>For each window that starts at a multiple of <paramref name="hop"/> frames, whether it has a vote.</summary>
    /// <param name="levels">The levels of the clip's frames in 1/256 dB.</param>
    /// <param name="window">Frames in a window.</param>
    /// <param name="hop">Frames from one window to the next.</param>
    /// <param name="hopSeconds">Seconds from one frame to the next.</param>
    public bool[] LoudWindows(IReadOnlyList<int> levels, int window, int hop, float hopSeconds)
    {
        var loud = LoudFrames(levels, hopSeconds);
        var counts = new int[loud.Length + 1];
        for (var i = 0; i < loud.Length; i++)
        {
            counts[i + 1] = counts[i] + (loud[i] ? 1 : 0);
        }

        var result = new bool[WindowCount(loud.Length, window, hop)];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = counts[(i * hop) + window] - counts[i * hop] >= LoudShare * window;
        }

        return result;
    }

    /// <summary>Full windows in a clip.</summary>
    public static int WindowCount(int frames, int window, int hop) => frames < window ? 0 : ((frames - window) / hop) + 1;
}
