using YamlDotNet.Serialization;

namespace Earshot.Emulator.Boards;

/// <summary>Memories of a board and what nanoCLR leaves of them, in bytes.</summary>
public sealed class BoardMemory
{
    /// <summary>Flash of the chip.</summary>
    public long FlashBytes { get; set; }

    /// <summary>RAM of the chip.</summary>
    public long RamBytes { get; set; }

    /// <summary>Where nanoCLR begins; nanoBooter is before it.</summary>
    public long ClrAddress { get; set; }

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

    /// <summary>
    /// RAM for a model's arena: a static buffer of the firmware, which comes out of the C heap where that is large, else out of the
    /// managed heap. Where nobody has measured the managed heap this is what no arena can exceed: the RAM without C heap and stack.
    /// </summary>
    [YamlIgnore]
    public long ArenaBytes => Math.Max(NativeHeapBytes, ManagedHeapBytes ?? (RamBytes - NativeHeapBytes - StackBytes));

    /// <summary>Where these numbers come from.</summary>
    public string Source { get; set; } = "";
}
