namespace Earshot.Emulator.Scheduling;

/// <summary>
/// What one .NET thread waits for until another one hands it over. It blocks at once: whoever has the baton keeps it for longer than
/// spinning would pay, and a fleet has more waiting threads than the machine has cores.
/// </summary>
internal sealed class Baton
{
    private readonly object _gate = new();
    private bool _isHere;

    /// <summary>Hands it over.</summary>
    public void Give()
    {
        lock (_gate)
        {
            _isHere = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits for it and takes it.</summary>
    public void Take()
    {
        lock (_gate)
        {
            while (!_isHere)
            {
                Monitor.Wait(_gate);
            }

            _isHere = false;
        }
    }
}
