namespace Earshot.Benchmarks.Models;

/// <summary>What can be measured: a model or a front end.</summary>
public interface IBenchmarkSubject
{
    /// <summary>What its row is called.</summary>
    string Name { get; }
}
