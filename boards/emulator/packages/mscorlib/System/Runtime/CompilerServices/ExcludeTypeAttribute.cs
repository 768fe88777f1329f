namespace System.Runtime.CompilerServices;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Enum | AttributeTargets.Struct, Inherited = true)]
public class ExcludeTypeAttribute : Attribute
{
    public ExcludeTypeAttribute() => throw null;
}
