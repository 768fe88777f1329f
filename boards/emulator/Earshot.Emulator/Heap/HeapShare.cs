namespace Earshot.Emulator.Heap;

/// <summary>What the objects of one type take of a managed heap.</summary>
/// <param name="Type">The type.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Bytes">Bytes of all of them, without what they refer to.</param>
public sealed record HeapShare(string Type, int Count, long Bytes);
