namespace System.Reflection;

[AttributeUsage(AttributeTargets.Assembly)]
public sealed class AssemblyProductAttribute : Attribute
{
    public AssemblyProductAttribute(string product) => throw null;

    public string Product => throw null;
}
