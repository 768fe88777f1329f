namespace System;

[AttributeUsage(AttributeTargets.Class)]
public sealed class AttributeUsageAttribute : Attribute
{
    public AttributeUsageAttribute(AttributeTargets validOn) => throw null;

    public AttributeTargets ValidOn => throw null;

    public bool AllowMultiple
    {
        get => throw null;
        set => throw null;
    }

    public bool Inherited
    {
        get => throw null;
        set => throw null;
    }
}
