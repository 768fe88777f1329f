namespace System.Diagnostics;

[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, Inherited = false)]
public sealed class NativeProfiledAttribute : Attribute
{
    public NativeProfiledAttribute() => throw null;
}
