namespace System.Runtime.InteropServices;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class StructLayoutAttribute : Attribute
{
    public int Pack;

    public int Size;

    public CharSet CharSet;

    public StructLayoutAttribute(LayoutKind layoutKind) => throw null;

    public StructLayoutAttribute(short layoutKind) => throw null;

    public LayoutKind Value => throw null;
}
