namespace System.Reflection;

[AttributeUsage(AttributeTargets.Assembly)]
public sealed class AssemblyCultureAttribute : Attribute
{
    public AssemblyCultureAttribute(string culture) => throw null;

    public string Culture => throw null;
}
