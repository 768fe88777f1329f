using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Peripherals;

/// <summary>What happened on a board, one line each in virtual time. Two runs of the same input give the same lines.</summary>
public sealed class TraceLog(Scheduler scheduler)
{
    private readonly List<string> _lines = [];

    /// <summary>Every line so far: time, part of the board, what happened.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Raised with each new line.</summary>
    public event Action<string>? Written;

    /// <summary>Adds a line.</summary>
    /// <param name="part">The part of the board that it concerns.</param>
    /// <param name="text">What happened.</param>
    public void Write(string part, string text)
    {
        var line = $"{VirtualTime.Format(scheduler.Now)} {part}: {text}";
        _lines.Add(line);
        Written?.Invoke(line);
    }
}
