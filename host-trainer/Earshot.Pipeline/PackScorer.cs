using Earshot.Native;
using Earshot.Training.Features;

namespace Earshot.Pipeline;

/// <summary>
/// Lets the C module decide a clip's windows, exactly as the board would. Where strides leave the last frames of a window
/// without effect, the pack decides that much earlier; a decision belongs to the window that begins with it.
/// </summary>
/// <param name="model">The pack, opened.</param>
/// <param name="windowFrames">Frames in a window as the model was trained.</param>
internal sealed class PackScorer(Model model, int windowFrames) : IDisposable
{
    private readonly Engine _engine = new(model);

    /// <summary>The probabilities of every decision on a clip, [decisions][classes].</summary>
    internal float[] Probabilities(FeatureClip clip)
    {
        List<float> values = [];
        Run(clip, () => values.AddRange(_engine.Probabilities()));
        return [.. values];
    }

    /// <summary>The logits of every decision on a clip as the integers that the C module has, [decisions][classes].</summary>
    internal sbyte[] Logits(FeatureClip clip)
    {
        List<sbyte> values = [];
        Run(clip, () => values.AddRange(_engine.Logits));
        return [.. values];
    }

    public void Dispose() => _engine.Dispose();

    private void Run(FeatureClip clip, Action decided)
    {
        _engine.Reset();
        var frames = clip.Frames - (windowFrames - model.WindowColumns);
        for (var frame = 0; frame < frames; frame++)
        {
            if (_engine.PushFeatures(clip.Values.AsSpan(frame * model.Bands, model.Bands)).Decisions > 0)
            {
                decided();
            }
        }
    }
}
