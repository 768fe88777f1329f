using Earshot.Packing.Format;

namespace Earshot.Benchmarks.Models;

/// <summary>A model to measure.</summary>
/// <param name="Name">What its row is called.</param>
/// <param name="Origin">Where it comes from, for errors.</param>
/// <param name="Pack">Its model pack.</param>
public sealed record BenchmarkModel(string Name, string Origin, byte[] Pack) : IBenchmarkSubject
{
    /// <summary>What the pack says.</summary>
    public PackContents Contents { get; } = PackReader.Parse(Pack, Origin);
}
