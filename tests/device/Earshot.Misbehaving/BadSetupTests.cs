using nanoFramework.TestFramework;

namespace Earshot.Misbehaving;

[TestClass]
public class BadSetupTests
{
    [Setup]
    public void Prepare()
    {
        Assert.IsTrue(false, "the setup");
    }

    [TestMethod]
    public void First()
    {
    }

    [TestMethod]
    public void Second()
    {
    }
}
