using Earshot.Benchmarks.Models;
using Earshot.Packing.Planning;

namespace Earshot.Cli.Commands;

/// <summary>Something that <c>earshot bench</c> is to measure.</summary>
/// <param name="Name">What its row is called.</param>
/// <param name="IsAskedFor">Whether the user named it, so that it is an error when it cannot be measured.</param>
/// <param name="Make">Packs it for size or speed; a pack that is given stays what it is.</param>
internal sealed record BenchSubject(string Name, bool IsAskedFor, Func<MemoryPreference, IBenchmarkSubject> Make);
