using System.Runtime.CompilerServices;

namespace System.Reflection;

public abstract class PropertyInfo : MemberInfo
{
    protected PropertyInfo() => throw null;

    public abstract Type PropertyType { get; }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern object GetValue(object obj, object[] index);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern void SetValue(object obj, object value, object[] index);
}
