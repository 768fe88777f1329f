namespace System;

[AttributeUsage(AttributeTargets.Field)]
public sealed class NonSerializedAttribute : Attribute
{
    public NonSerializedAttribute() => throw null;
}
