using Earshot.Payload;

namespace Earshot.Delivery.Tests;

public sealed class PowerPlanTests
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    [Fact]
    public void ByDefaultItListensAllTheTime() =>
        Assert.Equal((PowerAction.Listen, int.MaxValue), Next(new PowerPlan(new NodeSettings()), 123456, true));

    [Fact]
    public void WindowsAreAtMultiplesOfTheCycle()
    {
        var plan = Plan(new ScheduleDownlink { Revision = 1, Listen = 10, Every = 60 });
        Assert.Equal((PowerAction.Listen, 10000), Next(plan, 60000, true));
        Assert.Equal((PowerAction.Listen, 1), Next(plan, 69999, true));
        Assert.Equal((PowerAction.Stop, 50000), Next(plan, 70000, true));
        Assert.Equal((PowerAction.Stop, 1), Next(plan, 119999, false));
    }

    [Theory]
    [InlineData(6, 22, 5, PowerAction.Standby, 1)]
    [InlineData(6, 22, 6, PowerAction.Listen, 0)]
    [InlineData(6, 22, 21.75, PowerAction.Listen, 0)]
    [InlineData(6, 22, 22, PowerAction.Standby, 8)]
    [InlineData(22, 6, 23, PowerAction.Listen, 0)]
    [InlineData(22, 6, 5.5, PowerAction.Listen, 0)]
    [InlineData(22, 6, 6, PowerAction.Standby, 16)]
    public void OutsideItsHoursItStandsBy(double from, double to, double now, PowerAction action, double hours)
    {
        var plan = Plan(new ScheduleDownlink { Revision = 1, From = from, To = to });
        Assert.Equal((action, action == PowerAction.Listen ? int.MaxValue : (int)(hours * Hour)), Next(plan, (700 * Day) + (long)(now * Hour), true));
        // Who does not know the time of day does not sleep through the day.
        Assert.Equal(PowerAction.Listen, Next(plan, (long)(now * Hour), false).Action);
    }

    [Fact]
    public void ALowSupplyMakesWindowsRare()
    {
        var plan = Plan(new ScheduleDownlink { Revision = 1, Listen = 10, Every = 60, LowestSupply = 3.3 });
        plan.SetSupply(3299);
        Assert.Equal((PowerAction.Stop, 590000), Next(plan, 10000, true));
        // The supply recovers a little when less is drawn.
        plan.SetSupply(3340);
        Assert.True(plan.IsSaving);
        plan.SetSupply(3351);
        Assert.Equal((PowerAction.Stop, 50000), Next(plan, 10000, true));
        plan.SetSupply(0);
        Assert.False(plan.IsSaving);
        var always = Plan(new ScheduleDownlink { Revision = 1, LowestSupply = 3.3 });
        always.SetSupply(3000);
        Assert.Equal((PowerAction.Stop, 90000), Next(always, 10000, true));
    }

    [Fact]
    public void ADayIsSpentAsPlanned()
    {
        var random = new Random(8);
        for (var round = 0; round < 40; round++)
        {
            var every = random.Next(30, 4000);
            var plan = Plan(new ScheduleDownlink
            {
                Revision = 1,
                Every = every,
                Listen = random.Next(1, every + 1),
                From = random.Next(96) / 4.0,
                To = random.Next(96) / 4.0,
            });
            var now = 600 * Day;
            var spent = new long[3];
            for (var steps = 0; now < 601 * Day; steps++)
            {
                Assert.InRange(steps, 0, 10_000);
                var (action, duration) = Next(plan, now, true);
                Assert.True(duration > 0);
                // The app looks again at least once a day.
                var step = Math.Min(duration, (601 * Day) - now);
                spent[(int)action] += step;
                now += step;
            }

            Assert.Equal(Day, spent.Sum());
        }
    }

    private static PowerPlan Plan(NodeDownlink downlink)
    {
        var settings = new NodeSettings();
        settings.Apply(downlink.Encode());
        return new PowerPlan(settings);
    }

    private static (PowerAction Action, int Duration) Next(PowerPlan plan, long milliseconds, bool clockIsSet)
    {
        var action = plan.Next(milliseconds, clockIsSet);
        return (action, plan.Duration);
    }
}
