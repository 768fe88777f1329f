using System.Threading;
using nanoFramework.Runtime.Native;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Power;

/// <summary>Limits to the time that a method may take.</summary>
[TestClass]
public class ExecutionConstraintTests
{
    private const int NormalPriority = 2;

    [TestMethod]
    public void AMethodThatTakesTooLongIsInterrupted()
    {
        Assert.ThrowsException(typeof(ConstraintException), ComputeForEver);
        Assert.ThrowsException(typeof(ConstraintException), SleepForEver);
    }

    [TestMethod]
    public void ALimitIsLifted()
    {
        ExecutionConstraint.Install(50, NormalPriority);
        ExecutionConstraint.Install(-1, NormalPriority);
        Thread.Sleep(200);
    }

    private static void ComputeForEver()
    {
        ExecutionConstraint.Install(100, NormalPriority);
        int count = 0;
        while (true)
        {
            count++;
        }
    }

    private static void SleepForEver()
    {
        ExecutionConstraint.Install(100, NormalPriority);
        Thread.Sleep(Timeout.Infinite);
    }
}
