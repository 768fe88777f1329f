namespace System.Reflection;

[AttributeUsage(AttributeTargets.Assembly)]
public sealed class AssemblyDelaySignAttribute : Attribute
{
    public AssemblyDelaySignAttribute(bool delaySign) => throw null;

    public bool DelaySign => throw null;
}
