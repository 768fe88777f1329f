namespace System.Reflection;

public abstract class MemberInfo
{
    protected MemberInfo() => throw null;

    public abstract MemberTypes MemberType { get; }

    public abstract string Name { get; }

    public abstract Type DeclaringType { get; }

    public abstract object[] GetCustomAttributes(bool inherit);
}
