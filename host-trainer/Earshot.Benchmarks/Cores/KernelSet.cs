using Earshot.Packing.Planning;

namespace Earshot.Benchmarks.Cores;

/// <summary>A set of kernels of the C module and how the module is built with it.</summary>
/// <param name="Name">What rows call it.</param>
/// <param name="NeedsDsp">Whether it needs the DSP extension of Cortex-M4, M7 and M33.</param>
/// <param name="ModuleOptions">CMake options of the C module.</param>
/// <param name="Library">A library of the user's to link with, or null.</param>
public sealed record KernelSet(string Name, bool NeedsDsp, IReadOnlyList<string> ModuleOptions, string? Library = null)
{
    /// <summary>Portable C.</summary>
    public static KernelSet Reference { get; } = new("reference", NeedsDsp: false, ["-DEARSHOT_KERNELS=reference"]);

    /// <summary>For the DSP extension.</summary>
    public static KernelSet Armv7em { get; } = new("armv7em", NeedsDsp: true, ["-DEARSHOT_KERNELS=armv7em"]);

    /// <summary>The build for which size counts, on any core.</summary>
    public static KernelSet Small { get; } = new("small", NeedsDsp: false, ["-DEARSHOT_KERNELS=reference", "-DEARSHOT_SMALL=ON"]);

    /// <summary>The name of <see cref="CmsisNn"/>.</summary>
    public const string CmsisNnName = "cmsis-nn";

    /// <summary>Those that need nothing from elsewhere, fastest first.</summary>
    public static IReadOnlyList<KernelSet> Own { get; } = [Armv7em, Small, Reference];

    /// <summary>Arm's library.</summary>
    /// <param name="include">Its Include folder.</param>
    /// <param name="library">The library file, compiled for the core with single rounding.</param>
    /// <exception cref="InputException">A header or the library is not there.</exception>
    public static KernelSet CmsisNn(string include, string library)
    {
        const string Header = "arm_nnfunctions.h";
        if (!File.Exists(Path.Combine(include, Header)))
        {
            throw new InputException("--cmsis-nn-include", $"{include} does not hold {Header}.", "Give the folder Include of a CMSIS-NN checkout.");
        }

        if (!File.Exists(library))
        {
            throw new InputException(
                "--cmsis-nn-library", $"there is no file {library}.", "Compile CMSIS-NN for the core with -DCMSIS_NN_USE_SINGLE_ROUNDING and give the library file.");
        }

        var (folder, file) = (Path.GetFullPath(include), Path.GetFullPath(library));
        return new KernelSet(
            CmsisNnName, NeedsDsp: false, [$"-DEARSHOT_KERNELS={CmsisNnName}", $"-DCMSIS_NN_INCLUDE_DIR={folder}", $"-DCMSIS_NN_LIBRARY={file}"], file);
    }

    /// <summary>What models are packed for when they are to run with it.</summary>
    public MemoryPreference Preference => this == Small ? MemoryPreference.Size : MemoryPreference.Speed;

    /// <summary>Whether it promises the reference kernels' bits; CMSIS-NN's softmax and sums are a step off at times (docs/kernels.md).</summary>
    public bool IsExact => Name != CmsisNnName;

    /// <summary>Whether it runs on a core.</summary>
    public bool RunsOn(CortexCore core) => core.HasDsp || !NeedsDsp;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
