using System.Text;

namespace Earshot.Emulator.Peripherals;

/// <summary>The debug channel, where Console and Debug write to.</summary>
public sealed class DebugConsole(TraceLog trace)
{
    private readonly StringBuilder _line = new();
    private readonly List<string> _lines = [];

    /// <summary>Complete lines.</summary>
    public IReadOnlyList<string> Lines => _lines;

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
            }
            else if (character != '\r')
            {
                _line.Append(character);
            }
        }
    }
}
