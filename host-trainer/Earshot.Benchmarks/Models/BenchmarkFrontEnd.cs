using Earshot.Native;

namespace Earshot.Benchmarks.Models;

/// <summary>A front end to measure.</summary>
/// <param name="Name">What its rows are called.</param>
/// <param name="Tables">Its tables.</param>
public sealed record BenchmarkFrontEnd(string Name, FrontEndTables Tables) : IBenchmarkSubject
{
    /// <summary>Samples from one frame to the next, as time.</summary>
    public TimeSpan Hop => TimeSpan.FromSeconds((double)Tables.HopSamples / Tables.SampleRate);
}
