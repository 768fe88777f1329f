using System.Runtime.CompilerServices;

namespace System.Reflection;

public abstract class FieldInfo : MemberInfo
{
    protected FieldInfo() => throw null;

    public override MemberTypes MemberType => throw null;

    public abstract Type FieldType { get; }

    public abstract object GetValue(object obj);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern void SetValue(object obj, object value);

    public override object[] GetCustomAttributes(bool inherit) => throw null;
}
