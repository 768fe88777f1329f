using nanoFramework.TestFramework;

namespace Earshot.Misbehaving;

[TestClass]
public class SkippedTests
{
    [Setup]
    public void Prepare()
    {
        Assert.SkipTest("not on this board");
    }

    [TestMethod]
    public void NeverRuns()
    {
        Assert.IsTrue(false);
    }
}
