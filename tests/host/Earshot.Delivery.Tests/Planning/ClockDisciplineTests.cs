namespace Earshot.Delivery.Tests;

public sealed class ClockDisciplineTests
{
    private const long Day = 86_400_000;
    private const long Now = ClockDiscipline.Earliest + (700 * Day);

    [Fact]
    public void TheFirstPlausibleTimeIsTaken()
    {
        var clock = new ClockDiscipline();
        Assert.False(clock.Accept(5000, 0));
        Assert.False(clock.Accept(5000, ClockDiscipline.Earliest - 1));
        Assert.False(clock.Accept(5000, ClockDiscipline.Latest + 1));
        Assert.True(clock.Accept(5000, Now));
        Assert.True(clock.IsSynchronized);
    }

    [Fact]
    public void DriftIsMeasured()
    {
        var clock = new ClockDiscipline();
        clock.Accept(5000, Now);
        Assert.False(clock.HasDrift);
        // 20 ppm too slow: 1728 ms a day.
        Assert.True(clock.Accept(Now + Day, Now + Day + 1728));
        Assert.Equal((true, 20), (clock.HasDrift, clock.Drift));
        Assert.True(clock.Accept(Now + (2 * Day) + 1728, Now + (2 * Day) + 1728 - 864));
        Assert.Equal(-10, clock.Drift, 1.0);
    }

    [Fact]
    public void AServerThatIsWrongByYearsIsNotBelieved()
    {
        var clock = new ClockDiscipline();
        clock.Accept(5000, Now);
        Assert.False(clock.Accept(Now + Day, Now + (3000 * Day)));
        Assert.True(clock.Accept(Now + (2 * Day), Now + (2 * Day) + 50));
        Assert.Equal(0, clock.Drift);
    }

    [Fact]
    public void AnSntpServerThatIsWrongForEverIsNeverBelievedAlone()
    {
        var clock = new ClockDiscipline();
        clock.Accept(5000, Now);
        foreach (var hour in Enumerable.Range(1, 100))
        {
            var device = Now + (hour * Day / 24);
            Assert.False(clock.Accept(device, device + (3000 * Day), TimeSource.Sntp, hasWitness: false));
        }

        // Another one says the same.
        Assert.False(clock.Accept(Now + (10 * Day), Now + (10 * Day) + (2000 * Day), TimeSource.SecondSntp, hasWitness: true));
        Assert.False(clock.Accept(Now + (10 * Day), Now + (10 * Day) + (3000 * Day), TimeSource.Sntp, hasWitness: true));
        Assert.True(clock.Accept(Now + (10 * Day), Now + (10 * Day) + (3000 * Day), TimeSource.SecondSntp, hasWitness: true));
    }

    [Fact]
    public void TheNetworkIsAWitnessOfAServer()
    {
        var clock = new ClockDiscipline();
        clock.Accept(5000, Now);
        Assert.False(clock.Accept(Now + Day, Now + (3000 * Day), TimeSource.Sntp, hasWitness: false));
        Assert.True(clock.Accept(Now + Day, Now + (3000 * Day) + 2000));
    }

    [Fact]
    public void AClockThatIsNotSetHearsTheWitnessFirst()
    {
        var clock = new ClockDiscipline();
        Assert.False(clock.Accept(5000, Now + (3000 * Day), TimeSource.Sntp, hasWitness: true));
        Assert.False(clock.Accept(6000, Now, TimeSource.SecondSntp, hasWitness: true));
        Assert.False(clock.IsSynchronized);
        Assert.True(clock.Accept(7000, Now + 1000, TimeSource.Sntp, hasWitness: true));
        Assert.True(clock.IsSynchronized);
        Assert.True(new ClockDiscipline().Accept(5000, Now, TimeSource.Sntp, hasWitness: false));
    }

    [Fact]
    public void ABigStepIsBelievedTheSecondTime()
    {
        var clock = new ClockDiscipline();
        clock.Accept(5000, Now);
        Assert.False(clock.Accept(Now + Day, Now + (3 * Day)));
        Assert.False(clock.Accept(Now + Day, Now + (30 * Day)));
        Assert.True(clock.Accept(Now + Day + 5000, Now + (30 * Day) + 5100));
    }
}
