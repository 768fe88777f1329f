using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Runtime.Threading;

/// <summary>A thread that waits for one or for all of some handles.</summary>
internal sealed class WaitRequest(DeviceThread thread, DeviceWaitHandle[] handles, bool all)
{
    public DeviceThread Thread { get; } = thread;

    /// <summary>Index of the handle that ended the wait, 0 when it was for all; −1 before.</summary>
    public int Satisfied { get; private set; } = -1;

    /// <summary>Ends the wait when it can, resetting what resets itself.</summary>
    public bool TrySatisfy()
    {
        if (all)
        {
            if (Array.TrueForAll(handles, handle => handle.IsSignaled))
            {
                Array.ForEach(handles, handle => handle.Consume());
                Satisfied = 0;
            }
        }
        else
        {
            Satisfied = Array.FindIndex(handles, handle => handle.IsSignaled);
            if (Satisfied >= 0)
            {
                handles[Satisfied].Consume();
            }
        }

        return Satisfied >= 0;
    }

    public void Join() => Array.ForEach(handles, handle => handle.Waiting.AddLast(this));

    public void Leave() => Array.ForEach(handles, handle => handle.Waiting.Remove(this));
}
