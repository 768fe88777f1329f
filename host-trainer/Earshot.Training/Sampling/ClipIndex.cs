using Earshot.Training.Features;

namespace Earshot.Training.Sampling;

/// <summary>Where the windows of a clip may start, and how loud each is.</summary>
internal sealed class ClipIndex
{
    private readonly double[] _power;
    private readonly int _window;

    internal ClipIndex(FeatureClip clip, QuietGate gate, int window, float hopSeconds)
    {
        Clip = clip;
        _window = window;
        _power = new double[clip.Frames + 1];
        for (var i = 0; i < clip.Frames; i++)
        {
            _power[i + 1] = _power[i] + Math.Pow(10, clip.Levels[i] / 2560.0);
        }

        var loud = gate.LoudWindows(clip.Levels, window, 1, hopSeconds);
        int[] starts = [.. Enumerable.Range(0, loud.Length).Where(start => loud[start])];
        Starts = starts.Length > 0 ? starts : [.. Enumerable.Range(0, loud.Length)];
    }

    internal FeatureClip Clip { get; }

    /// <summary>First frames of the windows that are not quiet; of all windows when every one is.</summary>
    internal int[] Starts { get; }

    /// <summary>The mean power of a window relative to a full-scale sine.</summary>
    internal double Power(int start) => (_power[start + _window] - _power[start]) / _window;

    /// <summary>The clips of a class that are as long as a window.</summary>
    /// <exception cref="InputException">There is none.</exception>
    internal static ClipIndex[] OfClass(FeatureSet set, QuietGate gate, int frames, string label, int index)
    {
        ClipIndex[] clips = [.. set.Clips
            .Where(clip => clip.Label == index && clip.Frames >= frames)
            .Select(clip => new ClipIndex(clip, gate, frames, set.HopSeconds))];
        return clips.Length > 0
            ? clips
            : throw new InputException(
                label,
                $"no clip of this class that can be trained on is as long as a window ({frames} frames).",
                "Add longer clips of it, leave the class out, or train with shorter windows.");
    }
}
