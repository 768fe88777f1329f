using Earshot.Sweeps.Claims;
using Earshot.Sweeps.Trials;

namespace Earshot.Sweeps.Running;

/// <summary>Takes trials of a sweep and runs them. Workers need nothing but the sweep's folder to share the work.</summary>
/// <param name="sweep">The sweep's folder.</param>
/// <param name="runner">Runs a trial.</param>
/// <param name="claims">When a claim counts as abandoned.</param>
/// <param name="observer">Told what happens.</param>
public sealed class SweepWorker(SweepFolder sweep, ITrialRunner runner, ClaimSettings claims, ISweepObserver observer)
{
    /// <summary>Runs every trial that has no result and that nobody else has, in order.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; what was finished is kept.</exception>
    /// <exception cref="InputException">The folder cannot be written to.</exception>
    public void RunAll(CancellationToken cancellationToken)
    {
        foreach (var trial in sweep.Trials)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (trial.State(claims) == TrialState.Waiting)
            {
                Run(trial, isSole: false, cancellationToken);
            }
        }
    }

    /// <summary>Runs one trial, for which a scheduler has started this worker alone; nothing when it has a result.</summary>
    /// <param name="number">The trial's number, from 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Whether it has a result now.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled, or another worker took over; what was finished is kept.</exception>
    /// <exception cref="InputException">There is no such trial, or the folder cannot be written to.</exception>
    public bool RunOne(int number, CancellationToken cancellationToken)
    {
        var trial = sweep.Trial(number);
        if (trial.Result is null)
        {
            trial.ForgetFailure();
            Run(trial, isSole: true, cancellationToken);
        }

        return trial.Result is not null;
    }

    private void Run(TrialFolder folder, bool isSole, CancellationToken cancellationToken)
    {
        using var claim = TrialClaim.TryTake(folder.Claims, claims, isSole);
        // Another worker may have finished it between the look at its state and the claim.
        if (claim is null || folder.State(claims) is TrialState.Done or TrialState.Failed)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, claim.Lost);
        try
        {
            observer.Report(folder.Trial, "begins");
            var result = runner.Run(folder.Experiment, folder.Output, status => observer.Report(folder.Trial, status), either.Token);
            either.Token.ThrowIfCancellationRequested();
            folder.Save(result);
            observer.Done(folder.Trial, result);
        }
        catch (InputException exception)
        {
            folder.SaveFailure(exception);
            observer.Failed(folder.Trial, exception);
        }
        catch (OperationCanceledException) when (!isSole && claim.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            observer.Report(folder.Trial, "was taken over by another worker");
        }
    }
}
