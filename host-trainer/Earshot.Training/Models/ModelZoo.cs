using Earshot.Training.Networks;

namespace Earshot.Training.Models;

/// <summary>The networks that can be trained by name.</summary>
public static class ModelZoo
{
    /// <summary>The network that is trained when none is named.</summary>
    public const string DefaultName = DsCnn64.Name;

    private static readonly SortedDictionary<string, Func<int, int, int, NetworkDefinition>> Models = new(StringComparer.Ordinal)
    {
        [DsCnn64.Name] = DsCnn64.Build,
        [StrideDs24.Name] = StrideDs24.Build,
    };

    /// <summary>The names, in alphabetical order.</summary>
    public static IReadOnlyCollection<string> Names => Models.Keys;

    /// <summary>Defines a network.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="frames">Frames in a window.</param>
    /// <param name="bands">Mel bands.</param>
    /// <param name="classes">Classes.</param>
    /// <exception cref="InputException">There is no such model, or it does not fit windows of this size.</exception>
    public static NetworkDefinition Build(string name, int frames, int bands, int classes)
    {
        if (!Models.TryGetValue(name, out var build))
        {
            throw new InputException(name, "there is no model of this name.", $"Choose one of: {string.Join(", ", Names)}.");
        }

        try
        {
            return build(frames, bands, classes);
        }
        catch (ArgumentException exception)
        {
            throw new InputException(
                name,
                $"it cannot take windows of {frames} frames and {bands} bands ({exception.Message}).",
                "Use longer windows, a shorter hop or more bands.",
                exception);
        }
    }
}
