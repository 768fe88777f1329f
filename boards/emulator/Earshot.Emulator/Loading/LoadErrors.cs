namespace Earshot.Emulator.Loading;

/// <summary>Everything that keeps an assembly from running, to be told at once.</summary>
internal sealed class LoadErrors(string assembly)
{
    private const int Shown = 24;

    private readonly SortedSet<string> _problems = new(StringComparer.Ordinal);

    public void Add(string problem) => _problems.Add(problem);

    /// <exception cref="InputException">There is at least one.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count == 0)
        {
            return;
        }

        var listed = string.Join("; ", _problems.Take(Shown));
        var more = _problems.Count > Shown ? $"; and {_problems.Count - Shown} more" : "";
        throw new InputException(
            assembly,
            $"it cannot run on the emulated firmware: {listed}{more}.",
            "Use what the firmware has, or register the missing native half (docs/emulator.md lists what is there).");
    }
}
