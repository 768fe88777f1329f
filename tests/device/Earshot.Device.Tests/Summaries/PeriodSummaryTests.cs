using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Summaries;

/// <summary>Levels of a period in the board's arithmetic.</summary>
[TestClass]
public class PeriodSummaryTests
{
    [TestMethod]
    public void LevelsAreThoseOfAllHops()
    {
        PeriodSummary summary = new PeriodSummary(2, 120);
        for (int hop = 0; hop < 400; hop++)
        {
            summary.AddLevel((hop % 4 == 0 ? -20 : -40) * 256);
        }

        LevelsMessage message = new LevelsMessage();
        summary.Read(message);
        // A quarter of the time 100 dB, else 80 dB: 94.1 dB.
        Assert.AreEqual(188, message.Average);
        Assert.AreEqual(200, message.Exceeded10);
        Assert.AreEqual(160, message.Exceeded90);
        Assert.AreEqual(200, message.Maximum);
    }
}
