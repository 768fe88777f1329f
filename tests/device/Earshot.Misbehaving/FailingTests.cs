using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace Earshot.Misbehaving;

[TestClass]
public class FailingTests
{
    private int _field;

    [Setup]
    public static void Prepare()
    {
        OutputHelper.WriteLine("prepared");
    }

    [TestMethod]
    public void Passes()
    {
        OutputHelper.WriteLine("from the test");
    }

    [TestMethod]
    public void FailsAnAssertion()
    {
        Thread.Sleep(1500);
        Inner(5);
    }

    [TestMethod]
    public void IsSkipped()
    {
        Assert.SkipTest("there is no radio here");
    }

    [TestMethod]
    public void UsesAnInstanceThatIsNotThere()
    {
        _field++;
    }

    [TestMethod]
    public void RunsForEver()
    {
        while (true)
        {
            Thread.Sleep(10);
        }
    }

    [TestMethod]
    public void WaitsForEver()
    {
        new AutoResetEvent(false).WaitOne();
    }

    [TestMethod]
    public void ThrowsInAnotherThread()
    {
        new Thread(() => throw new InvalidOperationException("elsewhere")).Start();
        Thread.Sleep(1000);
    }

    [DataRow(1, "one")]
    [DataRow(2, "three")]
    public void FailsInOneRow(int number, string name)
    {
        Assert.AreEqual(number == 1 ? "one" : "two", name);
    }

    private static void Inner(int number)
    {
        Assert.AreEqual(6, number);
    }
}
