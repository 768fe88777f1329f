namespace Earshot.Emulator.Loading;

/// <summary>A device assembly, rewritten to run on .NET.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Image">The rewritten assembly file.</param>
/// <param name="StaticConstructors">Types whose static constructor runs at start-up, in order.</param>
/// <param name="HeapBytes">What nanoCLR takes from the managed heap for its tables and static fields.</param>
internal sealed record WovenAssembly(string Name, byte[] Image, IReadOnlyList<string> StaticConstructors, int HeapBytes)
{
    /// <summary>Its portable symbols; null when there are none.</summary>
    public byte[]? Symbols { get; init; }
}
