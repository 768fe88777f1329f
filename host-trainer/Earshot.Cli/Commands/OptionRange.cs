using System.Numerics;

namespace Earshot.Cli.Commands;

/// <summary>Holds options to their ranges.</summary>
internal static class OptionRange
{
    /// <summary>A value that lies in its range.</summary>
    /// <param name="option">The option, with its hyphens.</param>
    /// <param name="value">What was given.</param>
    /// <param name="least">The least that it may be.</param>
    /// <param name="most">The most.</param>
    /// <param name="unit">What stands behind the range in the error, such as " metres".</param>
    /// <exception cref="InputException">It lies outside.</exception>
    internal static T InRange<T>(string option, T value, T least, T most, string unit = "")
        where T : INumber<T> => value >= least && value <= most
        ? value
        : throw new InputException(option, FormattableString.Invariant($"{value} is out of range."), FormattableString.Invariant($"Give {least} to {most}{unit}."));
}
