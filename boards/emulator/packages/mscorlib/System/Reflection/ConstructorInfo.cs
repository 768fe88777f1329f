using System.Runtime.CompilerServices;

namespace System.Reflection;

public abstract class ConstructorInfo : MethodBase
{
    protected ConstructorInfo() => throw null;

    public override MemberTypes MemberType => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern object Invoke(object[] parameters);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public override extern object[] GetCustomAttributes(bool inherit);
}
