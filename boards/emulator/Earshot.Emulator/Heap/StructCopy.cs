namespace Earshot.Emulator.Heap;

/// <summary>A local variable that is a structure with references in it: its frame weighs it, only what it refers to counts.</summary>
internal sealed class StructCopy(object value)
{
    /// <summary>The structure, boxed by .NET alone.</summary>
    public object Value { get; } = value;
}
