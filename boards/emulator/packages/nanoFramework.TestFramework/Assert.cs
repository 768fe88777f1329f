using System;
using System.Runtime.CompilerServices;
using TestFrameworkShared;

namespace nanoFramework.TestFramework;

/// <summary>Checks: one that fails throws <see cref="AssertFailedException"/>.</summary>
public sealed partial class Assert
{
    public static void AreNotSame(
        object notExpected,
        object actual,
        [CallerArgumentExpression(nameof(actual))] string message = "") =>
        Ensure(!ReferenceEquals(notExpected, actual), "Assert.AreNotSame", message);

    public static void AreSame(
        object expected,
        object actual,
        [CallerArgumentExpression(nameof(actual))] string message = "")
    {
        bool areValues = expected is ValueType || actual is ValueType;
        string advice = areValues ? "Values converted to object are never the same; use AreEqual. " : string.Empty;
        Ensure(ReferenceEquals(expected, actual), "Assert.AreSame", advice + message);
    }

    public static void Contains(string expected, string value, [CallerArgumentExpression(nameof(value))] string message = "")
    {
        EnsureNotNull(expected, "Assert.Contains", nameof(expected));
        EnsureNotNull(value, "Assert.Contains", nameof(value));
        Ensure(value.Contains(expected), "Assert.Contains", $"'{value}' does not contain '{expected}'. {message}");
    }

    public static void DoesNotContains(
        string notExpected,
        string value,
        [CallerArgumentExpression(nameof(value))] string message = "")
    {
        EnsureNotNull(notExpected, "Assert.DoesNotContains", nameof(notExpected));
        EnsureNotNull(value, "Assert.DoesNotContains", nameof(value));
        Ensure(!value.Contains(notExpected), "Assert.DoesNotContains", $"'{value}' contains '{notExpected}'. {message}");
    }

    public static void EndsWith(string expected, string value, [CallerArgumentExpression(nameof(value))] string message = "")
    {
        EnsureNotNull(expected, "Assert.EndsWith", nameof(expected));
        EnsureNotNull(value, "Assert.EndsWith", nameof(value));
        Ensure(value.EndsWith(expected), "Assert.EndsWith", $"'{value}' does not end with '{expected}'. {message}");
    }

    public static void IsFalse(bool condition, [CallerArgumentExpression(nameof(condition))] string message = "") =>
        Ensure(!condition, "Assert.IsFalse", message);

    /// <summary>The type must be exactly the expected one.</summary>
    public static void IsInstanceOfType(
        object value,
        Type expected,
        [CallerArgumentExpression(nameof(value))] string message = "")
    {
        EnsureNotNull(expected, "Assert.IsInstanceOfType", nameof(expected));
        Type actual = value == null ? null : value.GetType();
        Ensure(actual == expected, "Assert.IsInstanceOfType", $"Expected type:<{expected}>. Actual type:<{Text(actual)}>. {message}");
    }

    public static void IsNotInstanceOfType(
        object value,
        Type notExpected,
        [CallerArgumentExpression(nameof(value))] string message = "")
    {
        EnsureNotNull(notExpected, "Assert.IsNotInstanceOfType", nameof(notExpected));
        bool isOther = value == null || value.GetType() != notExpected;
        Ensure(isOther, "Assert.IsNotInstanceOfType", $"Wrong type:<{notExpected}>. {message}");
    }

    public static void IsNotNull(object value, [CallerArgumentExpression(nameof(value))] string message = "") =>
        Ensure(value != null, "Assert.IsNotNull", message);

    public static void IsNull(object value, [CallerArgumentExpression(nameof(value))] string message = "") =>
        Ensure(value == null, "Assert.IsNull", message);

    public static void IsTrue(bool condition, [CallerArgumentExpression(nameof(condition))] string message = "") =>
        Ensure(condition, "Assert.IsTrue", message);

    public static void SkipTest(string message = null) => throw new SkipTestException(message);

    public static void StartsWith(string expected, string value, [CallerArgumentExpression(nameof(value))] string message = "")
    {
        EnsureNotNull(expected, "Assert.StartsWith", nameof(expected));
        EnsureNotNull(value, "Assert.StartsWith", nameof(value));
        Ensure(value.StartsWith(expected), "Assert.StartsWith", $"'{value}' does not start with '{expected}'. {message}");
    }

    /// <summary>The type of the exception must be exactly the expected one.</summary>
    public static void ThrowsException(
        Type exception,
        Action action,
        [CallerArgumentExpression(nameof(action))] string message = "")
    {
        EnsureNotNull(action, "Assert.ThrowsException", nameof(action));
        EnsureNotNull(exception, "Assert.ThrowsException", nameof(exception));
        Exception thrown = null;
        try
        {
            action();
        }
        catch (Exception caught)
        {
            thrown = caught;
        }

        string actual = thrown == null ? "No exception was thrown" : $"{thrown.GetType().Name} was thrown ({thrown.Message})";
        bool isExpected = thrown != null && thrown.GetType() == exception;
        Ensure(isExpected, "Assert.ThrowsException", $"{actual}, but {exception.Name} was expected. {message}");
    }

    internal static void EnsureNotNull(object value, string assertion, string parameter) =>
        Ensure(value != null, assertion, $"The parameter '{parameter}' cannot be null.");

    internal static void Ensure(bool condition, string assertion, string message)
    {
        if (!condition)
        {
            throw new AssertFailedException($"{assertion} failed. {(message == null ? string.Empty : Text(message))}");
        }
    }

    /// <summary>The value as text that can be printed: without '\0', and saying so where there is no value.</summary>
    private static string Text(object value)
    {
        if (value == null)
        {
            return "(null)";
        }

        string text = value.ToString() ?? "(object)";
        string[] pieces = text.Split('\0');
        string joined = pieces[0];
        for (int i = 1; i < pieces.Length; i++)
        {
            joined += "\\0" + pieces[i];
        }

        return joined;
    }
}
