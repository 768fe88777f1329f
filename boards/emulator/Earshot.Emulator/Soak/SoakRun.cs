namespace Earshot.Emulator.Soak;

/// <summary>Runs the nodes of a soak, several at a time; what is finished stays, whatever ends the rest.</summary>
public static class SoakRun
{
    /// <summary>Runs every node that has not run yet.</summary>
    /// <param name="settings">The soak.</param>
    /// <param name="folder">Where results go and where those of earlier runs are.</param>
    /// <param name="workers">Nodes that run at the same time; the results do not depend on it.</param>
    /// <param name="progress">Told the virtual hours of all nodes so far, after each hour of one.</param>
    /// <param name="finished">Told of each node that has run to its end, one at a time.</param>
    /// <param name="token">Ends the run; nodes that are under way begin anew the next time.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SoakSummary Play(
        SoakSettings settings, SoakFolder folder, int workers, IProgress<double>? progress = null, Action<SoakNodeResult>? finished = null, CancellationToken token = default)
    {
        var results = Enumerable.Range(0, folder.Plan.Nodes).Select(folder.Read).ToArray();
        var hours = results.Sum(result => result?.Hours ?? 0);
        var gate = new Lock();
        try
        {
            Parallel.For(
                0,
                results.Length,
                new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = token },
                number =>
                {
                    if (results[number] is null)
                    {
                        results[number] = RunNode(number);
                    }
                });
        }
        catch (AggregateException faults) when (faults.Flatten().InnerExceptions is [var first, ..])
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }

        var summary = SoakSummary.Of([.. results.Select(result => result!)]);
        folder.Write(summary);
        return summary;

        SoakNodeResult RunNode(int number)
        {
            using var node = new SoakNode(settings with { NodeTime = folder.Plan.TimeOf(number) }, number);
            var before = TimeSpan.Zero;
            var result = node.Run(
                new Hours(time =>
                {
                    lock (gate)
                    {
                        hours += (time - before).TotalHours;
                        before = time;
                        progress?.Report(hours);
                    }
                }),
                token);
            lock (gate)
            {
                folder.Write(result, node.Board.Trace.Lines);
                finished?.Invoke(result);
            }

            return result;
        }
    }

    private sealed class Hours(Action<TimeSpan> report) : IProgress<TimeSpan>
    {
        public void Report(TimeSpan value) => report(value);
    }
}
