using Earshot.Sweeps.Claims;
using Earshot.Sweeps.Running;
using Earshot.Sweeps.Trials;
using Earshot.TestSupport;

namespace Earshot.Sweeps.Tests;

public sealed class SweepWorkerTests
{
    private static readonly ClaimSettings Usual = new();

    [Fact]
    public void Several_workers_run_every_trial_once()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder);
        var runner = new FakeRunner { Work = (_, _) => Thread.Sleep(5) };
        LocalWorkers.Run(Worker(sweep, runner), 3, CancellationToken.None);
        Assert.Equal(["0001", "0002", "0003", "0004", "0005", "0006"], runner.Began.Order());
        Assert.All(sweep.Trials, trial => Assert.Equal(FakeRunner.Result(trial.Trial.Number), trial.Result));
        Assert.All(sweep.Trials, trial => Assert.Equal(TrialState.Done, trial.State(Usual)));

        LocalWorkers.Run(Worker(sweep, runner), 3, CancellationToken.None);
        Assert.Equal(6, runner.Began.Count);
    }

    [Fact]
    public void A_cancelled_sweep_goes_on_where_it_was()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder);
        using var cancel = new CancellationTokenSource();
        var interrupted = new FakeRunner
        {
            Work = (name, token) =>
            {
                if (name == "0003")
                {
                    cancel.Cancel();
                    token.ThrowIfCancellationRequested();
                }
            },
        };
        Assert.ThrowsAny<OperationCanceledException>(() => LocalWorkers.Run(Worker(sweep, interrupted), 1, cancel.Token));
        Assert.Equal(
            [TrialState.Done, TrialState.Done, TrialState.Waiting, TrialState.Waiting, TrialState.Waiting, TrialState.Waiting],
            sweep.Trials.Select(trial => trial.State(Usual)));

        var again = new FakeRunner();
        LocalWorkers.Run(Worker(sweep, again), 1, CancellationToken.None);
        Assert.Equal(["0003", "0004", "0005", "0006"], again.Began);
    }

    [Fact]
    public void A_faulty_trial_does_not_stop_the_others_and_is_tried_again_when_the_sweep_is()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder);
        var faulty = new FakeRunner
        {
            Work = (name, _) =>
            {
                if (name == "0002")
                {
                    throw new InputException("model", "it does not fit.", "Make it smaller.");
                }
            },
        };
        LocalWorkers.Run(Worker(sweep, faulty), 2, CancellationToken.None);
        LocalWorkers.Run(Worker(sweep, faulty), 2, CancellationToken.None);
        Assert.Equal(6, faulty.Began.Count);
        Assert.Equal(TrialState.Failed, sweep.Trials[1].State(Usual));
        Assert.Equal("model: it does not fit. Make it smaller.", sweep.Trials[1].Failure);

        var again = new FakeRunner();
        LocalWorkers.Run(Worker(Sweeps.LayOut(folder), again), 2, CancellationToken.None);
        Assert.Equal(["0002"], again.Began);
        Assert.Equal(TrialState.Done, sweep.Trials[1].State(Usual));
    }

    [Fact]
    public void A_defect_stops_every_worker_and_is_not_hidden()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder);
        var broken = new FakeRunner { Work = (_, _) => throw new InvalidOperationException("broken") };
        Assert.Equal("broken", Assert.Throws<InvalidOperationException>(() => LocalWorkers.Run(Worker(sweep, broken), 2, CancellationToken.None)).Message);
        Assert.All(sweep.Trials, trial => Assert.Equal(TrialState.Waiting, trial.State(Usual)));
    }

    [Fact]
    public void A_worker_leaves_alone_what_another_one_has()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder);
        using var other = TrialClaim.TryTake(sweep.Trials[0].Claims, Usual);
        var runner = new FakeRunner();
        Worker(sweep, runner).RunAll(CancellationToken.None);
        Assert.Equal(TrialState.Running, sweep.Trials[0].State(Usual));
        Assert.Equal(["0002", "0003", "0004", "0005", "0006"], runner.Began);
    }

    [Fact]
    public void A_task_of_an_array_runs_its_trial_only()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder);
        var runner = new FakeRunner();
        Assert.True(Worker(sweep, runner).RunOne(4, CancellationToken.None));
        Assert.True(Worker(sweep, runner).RunOne(4, CancellationToken.None));
        Assert.Equal(["0004"], runner.Began);
        Assert.Throws<InputException>(() => Worker(sweep, runner).RunOne(7, CancellationToken.None));
        Assert.Throws<InputException>(() => Worker(sweep, runner).RunOne(0, CancellationToken.None));
    }

    [Fact]
    public void A_result_of_a_worker_that_was_succeeded_is_not_kept()
    {
        using var folder = new TemporaryFolder();
        var sweep = Sweeps.LayOut(folder);
        TrialClaim? successor = null;
        var fast = Usual with { Heartbeat = TimeSpan.FromMilliseconds(10) };
        var runner = new FakeRunner
        {
            Work = (name, token) =>
            {
                if (name == "0001")
                {
                    successor = TrialClaim.TryTake(sweep.Trials[0].Claims, Usual, isSole: true);
                    token.WaitHandle.WaitOne(TimeSpan.FromSeconds(60));
                }
            },
        };
        new SweepWorker(sweep, runner, fast, new SilentObserver()).RunAll(CancellationToken.None);
        Assert.NotNull(successor);
        Assert.Null(sweep.Trials[0].Result);
        Assert.Equal(TrialState.Running, sweep.Trials[0].State(Usual));
        Assert.NotNull(sweep.Trials[5].Result);
        successor.Dispose();
    }

    private static SweepWorker Worker(SweepFolder sweep, FakeRunner runner) => new(sweep, runner, Usual, new SilentObserver());
}
