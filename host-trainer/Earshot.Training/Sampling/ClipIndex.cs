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
}
