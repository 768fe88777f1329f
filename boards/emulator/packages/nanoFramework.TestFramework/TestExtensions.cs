using System;

namespace nanoFramework.TestFramework;

/// <summary>Comparisons for tests.</summary>
public static class TestExtensions
{
    /// <summary>Whether both arrays have the same values of the same types in the same order; false for null.</summary>
    public static bool SequenceEqual(this Array a, Array b)
    {
        if (a == null || b == null || a.Length != b.Length)
        {
            return false;
        }

        for (int i = 0; i < a.Length; i++)
        {
            object first = a.GetValue(i);
            object second = b.GetValue(i);
            bool isValue = first is ValueType && second is ValueType && first.GetType() == second.GetType();
            if (isValue ? !first.Equals(second) : first != second)
            {
                return false;
            }
        }

        return true;
    }
}
