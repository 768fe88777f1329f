using System.Text;

namespace Earshot.Emulator.Radio;

/// <summary>
/// Makes the text of a modem's line fit for a trace: every hexadecimal digit that could belong to a key is a star, however the line
/// is cut into pieces.
/// </summary>
internal sealed class KeyMask
{
    private readonly StringBuilder _line = new();
    private bool _isKey;
    private bool _wasKey;

    /// <summary>Set while the other side has been told a key and may repeat it.</summary>
    public bool IsAlert { get; set; }

    /// <summary>Whether a line that ended in those bytes, or has not ended, is about a key.</summary>
    public bool HasKey => _isKey || _wasKey;

    /// <summary>The next piece of the line as it may be shown.</summary>
    public string Show(ReadOnlySpan<byte> bytes)
    {
        var shown = new StringBuilder();
        _wasKey = false;
        foreach (var value in bytes)
        {
            if (value is (byte)'\r' or (byte)'\n')
            {
                _line.Clear();
                _wasKey |= _isKey;
                _isKey = false;
                shown.Append(value == '\r' ? "\\r" : "\\n");
                continue;
            }

            _line.Append((char)value);
            _isKey |= _line.ToString().EndsWith("KEY", StringComparison.OrdinalIgnoreCase);
            shown.Append((_isKey || IsAlert) && char.IsAsciiHexDigit((char)value) ? "*"
                : value is >= 0x20 and < 0x7F ? ((char)value).ToString() : $"\\x{value:X2}");
        }

        return shown.ToString();
    }
}
