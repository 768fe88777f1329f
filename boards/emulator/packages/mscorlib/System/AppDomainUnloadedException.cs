namespace System;

public class AppDomainUnloadedException : SystemException
{
    public AppDomainUnloadedException() => throw null;

    public AppDomainUnloadedException(string message) => throw null;

    public AppDomainUnloadedException(string message, Exception innerException) => throw null;
}
