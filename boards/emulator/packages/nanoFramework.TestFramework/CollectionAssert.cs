using System.Collections;

namespace nanoFramework.TestFramework;

/// <summary>Checks of collections.</summary>
public sealed class CollectionAssert
{
    public static void Empty(ICollection collection, string message = "")
    {
        Assert.EnsureNotNull(collection, "CollectionAssert.Empty", nameof(collection));
        Assert.Ensure(collection.Count == 0, "CollectionAssert.Empty", message);
    }

    public static void NotEmpty(ICollection collection, string message = "")
    {
        Assert.EnsureNotNull(collection, "CollectionAssert.NotEmpty", nameof(collection));
        Assert.Ensure(collection.Count != 0, "CollectionAssert.NotEmpty", message);
    }

    public static void AreEqual(ICollection expected, ICollection actual, string message = "")
    {
        string difference = DifferenceOf(expected, actual);
        Assert.Ensure(difference == null, "CollectionAssert.AreEqual", $"{message}({difference})");
    }

    public static void AreNotEqual(ICollection notExpected, ICollection actual, string message = "") => Assert.Ensure(
        DifferenceOf(notExpected, actual) != null,
        "CollectionAssert.AreNotEqual",
        $"{message}(Both collections have the same elements.)");

    /// <summary>What tells the collections apart; null where they have equal elements in the same order.</summary>
    private static string DifferenceOf(ICollection expected, ICollection actual)
    {
        if (expected == actual)
        {
            return null;
        }

        if (expected == null || actual == null)
        {
            return "One of the collections is null.";
        }

        if (expected.Count != actual.Count)
        {
            return "Different number of elements.";
        }

        IEnumerator others = actual.GetEnumerator();
        int index = 0;
        foreach (object element in expected)
        {
            others.MoveNext();
            if (!Equals(element, others.Current))
            {
                return $"Element at index {index} differs. Expected:<{element}>. Actual:<{others.Current}>.";
            }

            index++;
        }

        return null;
    }
}
