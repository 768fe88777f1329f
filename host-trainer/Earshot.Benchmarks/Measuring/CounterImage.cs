namespace Earshot.Benchmarks.Measuring;

/// <summary>An image that runs under the counter.</summary>
/// <param name="File">The file, from the checkout.</param>
/// <param name="Marks">The address of <c>board_marks</c>.</param>
internal sealed record CounterImage(string File, string Marks);
