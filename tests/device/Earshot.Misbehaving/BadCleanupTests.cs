using System;
using nanoFramework.TestFramework;

namespace Earshot.Misbehaving;

[TestClass]
public class BadCleanupTests
{
    [TestMethod]
    public void First()
    {
    }

    [TestMethod]
    public void Last()
    {
    }

    [Cleanup]
    public void CleanUp()
    {
        throw new InvalidOperationException("left over");
    }
}
