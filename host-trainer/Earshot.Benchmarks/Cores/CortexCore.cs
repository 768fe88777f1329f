namespace Earshot.Benchmarks.Cores;

/// <summary>A core on which models can be measured, and how an image for it is built and run.</summary>
/// <param name="Name">As the compiler calls it, such as <c>cortex-m4</c>.</param>
/// <param name="Flags">Compiler options; the same as in the C module's toolchain file.</param>
/// <param name="Machine">The emulated board of <c>qemu-system-arm</c>.</param>
/// <param name="LinkerScript">File name in <c>tests/cortex-m/board</c>.</param>
/// <param name="HasDsp">Whether it has the instructions of the <c>armv7em</c> kernels.</param>
public sealed record CortexCore(string Name, IReadOnlyList<string> Flags, string Machine, string LinkerScript, bool HasDsp)
{
    /// <summary>All cores, smallest first.</summary>
    public static IReadOnlyList<CortexCore> All { get; } =
    [
        new("cortex-m0", Options("cortex-m0", null), "microbit", "microbit.ld", HasDsp: false),
        new("cortex-m3", Options("cortex-m3", null), "mps2-an385", "mps2.ld", HasDsp: false),
        new("cortex-m4", Options("cortex-m4", "fpv4-sp-d16"), "mps2-an386", "mps2.ld", HasDsp: true),
        new("cortex-m7", Options("cortex-m7", "fpv5-sp-d16"), "mps2-an500", "mps2.ld", HasDsp: true),
        new("cortex-m33", Options("cortex-m33", "fpv5-sp-d16"), "mps2-an505", "mps2-an505.ld", HasDsp: true),
    ];

    /// <summary>Finds a core by name.</summary>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static CortexCore Find(string name) =>
        All.FirstOrDefault(core => core.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException("--core", $"'{name}' cannot be measured.", $"Use one of {string.Join(", ", All.Select(core => core.Name))}.");

    private static string[] Options(string cpu, string? fpu) =>
        [$"-mcpu={cpu}", "-mthumb", .. fpu is null ? Array.Empty<string>() : [$"-mfpu={fpu}", "-mfloat-abi=hard"]];
}
