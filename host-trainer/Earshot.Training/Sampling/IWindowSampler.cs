using Earshot.Training.Randomness;

namespace Earshot.Training.Sampling;

/// <summary>Draws windows to learn from.</summary>
public interface IWindowSampler
{
    /// <summary>Fills a batch.</summary>
    /// <param name="features">[batch, 1, frames, bands].</param>
    /// <param name="targets">[batch, classes].</param>
    /// <param name="random">Draws everything.</param>
    void Fill(Span<float> features, Span<float> targets, RandomSource random);
}
