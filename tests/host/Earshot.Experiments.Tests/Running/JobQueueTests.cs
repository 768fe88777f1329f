using Earshot.Experiments.Running;
using Xunit;

namespace Earshot.Experiments.Tests.Running;

/// <summary>Jobs side by side.</summary>
public sealed class JobQueueTests
{
    [Fact]
    public void OneWorkerTakesThemInOrder()
    {
        List<int> done = [];

        JobQueue.Run(Enumerable.Range(0, 5).Select(job => (Action<CancellationToken>)(_ => done.Add(job))), 1, CancellationToken.None);

        Assert.Equal([0, 1, 2, 3, 4], done);
    }

    [Fact]
    public void TwoWorkersWorkAtTheSameTime()
    {
        using var meeting = new Barrier(2);

        JobQueue.Run([_ => Meet(), _ => Meet()], 2, CancellationToken.None);

        void Meet() => Assert.True(meeting.SignalAndWait(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public void AFailureEndsTheOthersAndIsThrownAsItWas()
    {
        using var started = new ManualResetEventSlim();

        var error = Assert.Throws<InputException>(() => JobQueue.Run(
            [
                token =>
                {
                    started.Set();
                    token.WaitHandle.WaitOne();
                    token.ThrowIfCancellationRequested();
                },
                _ =>
                {
                    started.Wait();
                    throw new InputException("disk", "full.", "Free it.");
                },
                _ => Assert.Fail("No job is begun after a failure."),
            ],
            2,
            CancellationToken.None));

        Assert.Equal("disk", error.Origin);
    }

    [Fact]
    public void CancellationIsThrown()
    {
        using var source = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => JobQueue.Run([_ => source.Cancel(), _ => Assert.Fail("It was cancelled.")], 1, source.Token));
    }
}
