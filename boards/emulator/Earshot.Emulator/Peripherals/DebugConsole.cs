using System.Text;
using Earshot.Emulator.Power;

namespace Earshot.Emulator.Peripherals;

/// <summary>The debug channel, where Console and Debug write to.</summary>
public sealed class DebugConsole(TraceLog trace) : IResettable
{
    private readonly StringBuilder _line = new();
    private readonly List<string> _lines = [];

    /// <summary>Complete lines.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Raised with each complete line.</summary>
    public event Action<string>? Written;

    /// <summary>Ends a line that the program had no time to end.</summary>
    public void Reset(ResetCause cause)
    {
        if (_line.Length > 0)
        {
            Write("\n");
        }
    }

    /// <summary>Writes characters; a line feed ends the line.</summary>
    public void Write(string? text)
    {
        foreach (var character in text ?? "")
        {
            if (character == '\n')
            {
                _lines.Add(_line.ToString());
                trace.Write("console", _line.ToString());
                _line.Clear();
                Written?.Invoke(_lines[^1]);
            }
            else if (character != '\r')
            {
                _line.Append(character);
            }
        }
    }
}
