using Earshot.Sweeps.Running;
using Earshot.Sweeps.Trials;

namespace Earshot.Sweeps.Tests;

internal sealed class SilentObserver : ISweepObserver
{
    public void Report(Trial trial, string status)
    {
    }

    public void Done(Trial trial, TrialResult result)
    {
    }

    public void Failed(Trial trial, InputException reason)
    {
    }
}
