using Earshot.Training.Networks;

namespace Earshot.Training.Models;

/// <summary>A network that can be trained by name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where it comes from: author and year.</param>
/// <param name="Build">Defines it for windows of some frames and bands and a number of classes.</param>
internal sealed record ZooModel(string Name, string Source, Func<int, int, int, NetworkDefinition> Build)
{
    /// <summary>Whether it takes the samples of each hop instead of mel bands.</summary>
    internal bool HearsSamples { get; init; }
}
