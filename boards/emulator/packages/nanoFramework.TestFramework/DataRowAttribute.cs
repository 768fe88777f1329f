using System;

namespace nanoFramework.TestFramework;

/// <summary>The arguments of one run of a test.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class DataRowAttribute : Attribute
{
    public DataRowAttribute(params object[] methodParameters)
    {
        if (methodParameters == null)
        {
            throw new ArgumentNullException(nameof(methodParameters));
        }

        if (methodParameters.Length == 0)
        {
            throw new ArgumentException("A data row needs at least one argument.", nameof(methodParameters));
        }

        MethodParameters = methodParameters;
    }

    public object[] MethodParameters { get; }
}
