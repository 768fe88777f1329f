namespace Earshot.Benchmarks.Measuring;

/// <summary>What was counted.</summary>
public enum BenchmarkScope
{
    /// <summary>The network over one whole window, all at once.</summary>
    Window,

    /// <summary>
    /// One hop. Of a network that streams, the average over the hops of a stream that has filled up: hops with a decision cost
    /// more, those between them less.
    /// </summary>
    Hop,

    /// <summary>A front end's hop without taking in the samples and without normalisation: from samples to the logarithms of the mel bands.</summary>
    LogMel,
}
