namespace Earshot.Benchmarks.Measuring;

/// <summary>The board that is emulated for a core has too little flash or memory for a model.</summary>
/// <param name="origin">Where the model comes from.</param>
/// <param name="problem">What does not fit.</param>
public sealed class BoardTooSmallException(string origin, string problem) : Exception($"{origin}: {problem}")
{
    /// <summary>As the error that a user sees who asked for just this.</summary>
    public InputException ToInputException() => new(origin, problem, "Measure it on a larger core with --core.", this);
}
