namespace Earshot;

/// <summary>
/// Cuts what a modem sends into lines. Whatever comes, it does not throw, and allocates for the first long line only: empty lines are skipped, noise before a
/// line (a modem that wakes up, a floating wire) too; a line with a character inside that is not printable ASCII, and one that is
/// too long, are dropped and counted, because half of what they say may be wrong.
/// </summary>
public sealed class AtLineReader
{
    private bool _isComplete;
    private bool _isDamaged;

    /// <summary>The line, valid from when <see cref="Add"/> has answered true until it is called again.</summary>
    public AtLine Line { get; } = new AtLine();

    /// <summary>Lines that were dropped.</summary>
    public int Dropped { get; private set; }

    /// <summary>Takes one byte.</summary>
    /// <returns>Whether it has completed a line.</returns>
    public bool Add(byte value)
    {
        if (_isComplete)
        {
            Clear();
        }

        if (value == '\r' || value == '\n')
        {
            return End();
        }

        if (value < ' ' || value > '~')
        {
            _isDamaged = _isDamaged || Line.Length > 0;
        }
        else if (Line.Length == AtLine.Capacity)
        {
            _isDamaged = true;
        }
        else
        {
            Line.Add(value);
        }

        return false;
    }

    /// <summary>Forgets an unfinished line.</summary>
    public void Clear()
    {
        Line.Length = 0;
        _isDamaged = false;
        _isComplete = false;
    }

    private bool End()
    {
        if (_isDamaged)
        {
            Dropped++;
            Clear();
        }

        _isComplete = Line.Length > 0;
        return _isComplete;
    }
}
