using System.Collections;

namespace nanoFramework.TestFramework;

/// <summary>What the test launcher needs.</summary>
public static class Helper
{
    /// <summary>Leaves <see cref="TestMethodAttribute"/> out where data rows say how the test runs.</summary>
    public static object[] RemoveTestMethodIfDataRowExists(object[] attribs)
    {
        bool hasRow = false;
        var others = new ArrayList();
        foreach (object attribute in attribs)
        {
            hasRow |= attribute is DataRowAttribute;
            if (attribute is not TestMethodAttribute)
            {
                others.Add(attribute);
            }
        }

        return hasRow && others.Count < attribs.Length ? others.ToArray() : attribs;
    }
}
