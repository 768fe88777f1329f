using System;

namespace nanoFramework.TestFramework;

/// <summary>A test cannot run here. Thrown by a <see cref="SetupAttribute"/> method it skips the class.</summary>
public class SkipTestException : Exception
{
    public SkipTestException(string message = null, Exception innerException = null)
        : base(message, innerException)
    {
    }
}
