namespace Earshot.Emulator.Scheduling;

/// <summary>Threads that wait for the same thing, first come first served.</summary>
internal sealed class WaitQueue
{
    private readonly LinkedList<DeviceThread> _waiting = new();

    public bool IsEmpty => _waiting.Count == 0;

    public void Add(DeviceThread thread) => _waiting.AddLast(thread);

    public void Remove(DeviceThread thread) => _waiting.Remove(thread);

    public bool TryTake(out DeviceThread thread)
    {
        if (_waiting.First is not { } first)
        {
            thread = null!;
            return false;
        }

        _waiting.RemoveFirst();
        thread = first.Value;
        return true;
    }
}
