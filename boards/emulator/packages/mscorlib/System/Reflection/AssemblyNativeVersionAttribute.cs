namespace System.Reflection;

[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, Inherited = false)]
public sealed class AssemblyNativeVersionAttribute : Attribute
{
    public AssemblyNativeVersionAttribute(string version) => throw null;

    public string NativeVersion => throw null;
}
