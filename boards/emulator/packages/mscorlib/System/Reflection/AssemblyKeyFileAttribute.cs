namespace System.Reflection;

[AttributeUsage(AttributeTargets.Assembly)]
public sealed class AssemblyKeyFileAttribute : Attribute
{
    public AssemblyKeyFileAttribute(string keyFile) => throw null;

    public string KeyFile => throw null;
}
