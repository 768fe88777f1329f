using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Emulator.Scenarios.Faults;

namespace Earshot.Emulator.Tests.Scenarios;

/// <summary>Random plans of faults.</summary>
public sealed class RandomFaultPlanTests
{
    private static readonly RandomFaultsEntry Rates = new() { BrownOuts = 20, RadioOutages = 3, UartNoise = 10, MicrophoneDisconnections = 5, ResetStorms = 2 };

    [Fact]
    public void ASeedIsAPlan()
    {
        var duration = TimeSpan.FromDays(100);
        var plan = RandomFaultPlan.Create(Rates, duration, 1);
        Assert.Equal(plan, RandomFaultPlan.Create(Rates, duration, 1));
        Assert.NotEqual(plan, RandomFaultPlan.Create(Rates, duration, 2));
        Assert.Equal(plan.Where(fault => fault.Fault == FaultKind.UartNoise), RandomFaultPlan.Create(Rates with { BrownOuts = 1 }, duration, 1).Where(fault => fault.Fault == FaultKind.UartNoise));
    }

    [Fact]
    public void EachKindComesAsOftenAsSaidAndNeverTwiceAtOnce()
    {
        var plan = RandomFaultPlan.Create(Rates, TimeSpan.FromDays(200), 7);
        Assert.InRange(plan.Count(fault => fault.Fault == FaultKind.BrownOut), 3700, 4300);
        Assert.InRange(plan.Count(fault => fault.Fault == FaultKind.ResetStorm), 320, 480);
        foreach (var kind in plan.GroupBy(fault => fault.Fault))
        {
            Assert.All(kind.Zip(kind.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.At));
        }

        Assert.All(plan.Where(fault => fault.Fault == FaultKind.BrownOut), fault => Assert.InRange(fault.For!.Value.TotalSeconds, 0.01, 2));
    }
}
