using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Earshot.Experiments.Running;

/// <summary>Works jobs off in order, some at a time.</summary>
internal static class JobQueue
{
    /// <summary>Runs all jobs. When one fails the others are cancelled, and the failure is thrown as it was.</summary>
    /// <param name="jobs">The jobs; each is given a token that ends it.</param>
    /// <param name="workers">The largest number at the same time.</param>
    /// <param name="cancellationToken">Ends them all.</param>
    /// <exception cref="OperationCanceledException">They were cancelled from outside.</exception>
    internal static void Run(IEnumerable<Action<CancellationToken>> jobs, int workers, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var queue = new ConcurrentQueue<Action<CancellationToken>>(jobs);
        Exception? failure = null;
        Task[] tasks = [.. Enumerable.Range(0, Math.Min(Math.Max(1, workers), queue.Count))
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task.WaitAll(tasks, CancellationToken.None);
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        cancellationToken.ThrowIfCancellationRequested();

        void Work()
        {
            while (!stop.IsCancellationRequested && queue.TryDequeue(out var job))
            {
                try
                {
                    job(stop.Token);
                }
                catch (Exception exception)
                {
                    Interlocked.CompareExchange(ref failure, exception, null);
                    stop.Cancel();
                }
            }
        }
    }
}
