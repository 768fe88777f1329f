namespace Earshot.Emulator.Boards;

/// <summary>Memories of a board and what nanoCLR leaves of them, in bytes.</summary>
public sealed class BoardMemory
{
    /// <summary>Flash of the chip.</summary>
    public long FlashBytes { get; set; }

    /// <summary>RAM of the chip.</summary>
    public long RamBytes { get; set; }

    /// <summary>The flash region of nanoCLR and its native modules.</summary>
    public long ClrRegionBytes { get; set; }

    /// <summary>What the official image leaves of that region; absent where nobody has measured it.</summary>
    public long? FlashFreeBytes { get; set; }

    /// <summary>The managed heap; absent where nobody has measured it.</summary>
    public long? ManagedHeapBytes { get; set; }

    /// <summary>The C heap.</summary>
    public long NativeHeapBytes { get; set; }

    /// <summary>The stack of the CLR's thread, on which native code runs.</summary>
    public long StackBytes { get; set; }

    /// <summary>Address of the region for managed assemblies and model packs.</summary>
    public long DeploymentAddress { get; set; }

    /// <summary>Size of that region.</summary>
    public long DeploymentBytes { get; set; }

    /// <summary>Where these numbers come from.</summary>
    public string Source { get; set; } = "";
}
