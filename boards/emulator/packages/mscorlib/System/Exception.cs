using System.Runtime.CompilerServices;

namespace System;

public class Exception
{
    protected int HResult;

    public Exception() => throw null;

    public Exception(string message) => throw null;

    public Exception(string message, Exception innerException) => throw null;

    public virtual string Message => throw null;

    public Exception InnerException => throw null;

    public virtual extern string StackTrace
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public override string ToString() => throw null;
}
