using System;

namespace TestFrameworkShared;

/// <summary>A test found something that is not as expected.</summary>
public class AssertFailedException : Exception
{
    public AssertFailedException(string msg, Exception ex)
        : base(msg, ex)
    {
    }

    public AssertFailedException(string msg)
        : base(msg)
    {
    }

    public AssertFailedException()
    {
    }
}
