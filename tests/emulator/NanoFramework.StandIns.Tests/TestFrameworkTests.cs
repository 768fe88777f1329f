extern alias device;

using device::nanoFramework.TestFramework;
using device::TestFrameworkShared;
using Assert = Xunit.Assert;
using DeviceAssert = device::nanoFramework.TestFramework.Assert;

namespace Earshot.StandIns.Tests;

/// <summary>The stand-in's assertions pass and fail as the official ones do.</summary>
public class TestFrameworkTests
{
    [Fact]
    public void What_holds_passes()
    {
        DeviceAssert.AreEqual(1.5f, 1.5f);
        DeviceAssert.AreEqual("a", "a");
        DeviceAssert.AreNotEqual(1, 2);
        DeviceAssert.IsInstanceOfType("a", typeof(string));
        DeviceAssert.ThrowsException(typeof(ArgumentException), () => throw new ArgumentException());
        CollectionAssert.AreEqual(new[] { 1, 2 }, new[] { 1, 2 });
        CollectionAssert.AreNotEqual(new[] { 1, 2 }, new[] { 2, 1 });
        Assert.True(TestExtensions.SequenceEqual(new object[] { 1, 'a' }, new object[] { 1, 'a' }));
        Assert.False(TestExtensions.SequenceEqual(new object[] { 1 }, new object[] { 1L }));
    }

    public static TheoryData<Action, string> Failures => new()
    {
        { () => DeviceAssert.AreEqual(1, 2), "Assert.AreEqual failed. Expected:<1>. Actual:<2>. 2" },
        { () => DeviceAssert.AreNotEqual("a", "a", "same"), "Assert.AreNotEqual failed. Expected any value except:<a>. Actual:<a>. same" },
        { () => DeviceAssert.IsTrue(1 > 2), "Assert.IsTrue failed. 1 > 2" },
        { () => DeviceAssert.IsNull("a\0b"), "Assert.IsNull failed. \"a\\0b\"" },
        { () => DeviceAssert.Contains(null, "a"), "Assert.Contains failed. The parameter 'expected' cannot be null." },
        { () => DeviceAssert.AreEqual((object)"a", null), "Assert.AreEqual failed. Expected:<a>. Actual:<(null)>. null" },
        { () => DeviceAssert.AreEqual("a\0", "b"), "Assert.AreEqual failed. Expected:<a\\0>. Actual:<b>. \"b\"" },
        { () => DeviceAssert.IsInstanceOfType(new ArgumentNullException(), typeof(ArgumentException), ""), "Assert.IsInstanceOfType failed. Expected type:<System.ArgumentException>. Actual type:<System.ArgumentNullException>. " },
        { () => DeviceAssert.ThrowsException(typeof(ArgumentException), () => { }, ""), "Assert.ThrowsException failed. No exception was thrown, but ArgumentException was expected. " },
        { () => CollectionAssert.AreEqual(new[] { 1, 2 }, new[] { 1, 3 }, "x"), "CollectionAssert.AreEqual failed. x(Element at index 1 differs. Expected:<2>. Actual:<3>.)" },
        { () => CollectionAssert.Empty(new[] { 1 }, "x"), "CollectionAssert.Empty failed. x" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void What_does_not_hold_fails(Action check, string message) =>
        Assert.Equal(message, Assert.Throws<AssertFailedException>(check).Message);

    [Fact]
    public void A_data_row_takes_the_place_of_the_test_method_attribute()
    {
        var row = new DataRowAttribute(1, "a");
        object[] both = [new TestMethodAttribute(), row, row];
        Assert.Equal([row, row], Helper.RemoveTestMethodIfDataRowExists(both));
        object[] single = [new TestMethodAttribute()];
        Assert.Same(single, Helper.RemoveTestMethodIfDataRowExists(single));
        Assert.Throws<SkipTestException>(() => DeviceAssert.SkipTest("later"));
    }
}
