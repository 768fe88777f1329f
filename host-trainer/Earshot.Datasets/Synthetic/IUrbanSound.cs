using Earshot.Datasets.Synthetic.Synthesis;

namespace Earshot.Datasets.Synthetic;

/// <summary>One kind of sound that can be generated.</summary>
internal interface IUrbanSound
{
    /// <summary>Its label.</summary>
    string Label { get; }

    /// <summary>Fills silence with one random instance of the sound, at any amplitude, without background.</summary>
    void Render(Sound sound, DeterministicRandom random);
}
