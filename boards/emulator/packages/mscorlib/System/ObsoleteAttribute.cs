namespace System;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Constructor | AttributeTargets.Delegate | AttributeTargets.Enum | AttributeTargets.Event | AttributeTargets.Field | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Struct, Inherited = false)]
public sealed class ObsoleteAttribute : Attribute
{
    public ObsoleteAttribute() => throw null;

    public ObsoleteAttribute(string message) => throw null;

    public ObsoleteAttribute(string message, bool error) => throw null;

    public string Message => throw null;

    public bool IsError => throw null;
}
