using System.Runtime.ExceptionServices;

namespace Earshot.Sweeps.Running;

/// <summary>Runs several workers in this process.</summary>
public static class LocalWorkers
{
    /// <summary>Runs them until no trial is left for them.</summary>
    /// <param name="worker">What each of them does.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled; what was finished is kept.</exception>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public static void Run(SweepWorker worker, int count, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Exception? first = null;
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(() =>
        {
            try
            {
                worker.RunAll(stop.Token);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref first, exception, null);
                stop.Cancel();
            }
        })).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }

        if (first is not null)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
