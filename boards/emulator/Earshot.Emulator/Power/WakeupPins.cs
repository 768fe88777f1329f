namespace Earshot.Emulator.Power;

/// <summary>The pins whose rising edge wakes the chip from standby, if the program has enabled them.</summary>
public sealed class WakeupPins
{
    private readonly EmulatedBoard _board;
    private readonly IReadOnlyList<string> _pins;
    private readonly SortedSet<int> _enabled = [];

    internal WakeupPins(EmulatedBoard board)
    {
        _board = board;
        _pins = board.Description.Backup?.WakeupPins ?? [];
    }

    /// <summary>The world lets a pin rise.</summary>
    /// <param name="pin">Its name, such as PA0.</param>
    public void Rise(string pin)
    {
        if (_enabled.Any(number => _pins[number - 1] == pin))
        {
            _board.WakeFromStandby($"pin {pin}", byPin: true);
        }
    }

    /// <summary>Enables or disables a pin by its number, from 1.</summary>
    /// <exception cref="ArgumentException">The chip has no such wake-up pin.</exception>
    internal void Enable(int number, bool isEnabled)
    {
        if (number < 1 || number > _pins.Count)
        {
            throw new ArgumentException("The chip has no such wake-up pin.");
        }

        if (isEnabled)
        {
            _enabled.Add(number);
        }
        else
        {
            _enabled.Remove(number);
        }
    }

    /// <summary>A reset disables all of them.</summary>
    internal void Clear() => _enabled.Clear();
}
