using Earshot.Interop.Generator.Reading;

namespace Earshot.Interop.Generator;

/// <summary>What nanoCLR must know of a device assembly with native methods: the table, its checksum and its version.</summary>
public sealed record NativeAssembly
{
    /// <summary>The assembly's name: <c>Earshot.Interop</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name with underscores, which begins every C++ identifier and file name.</summary>
    public string ProjectName => Name.Replace('.', '_');

    /// <summary>What <c>AssemblyNativeVersion</c> says.</summary>
    public required Version NativeVersion { get; init; }

    /// <summary>One row a method of the assembly, in nanoCLR's order; null where the body is managed code or there is none.</summary>
    public required IReadOnlyList<NativeMethod?> Table { get; init; }

    /// <summary>The classes with native methods or constants, in nanoCLR's order.</summary>
    public required IReadOnlyList<NativeClass> Classes { get; init; }

    /// <summary>
    /// What nanoCLR compares with the assembly's header before it loads it; see <see cref="NativeChecksum"/>.
    /// </summary>
    public required uint Checksum { get; init; }

    /// <summary>
    /// Whether a metadata processor that runs with invariant globalization, as in some containers, would order the
    /// types otherwise: then build the assembly's .pe only where .NET has its cultures.
    /// </summary>
    public required bool DependsOnCulture { get; init; }

    /// <summary>Reads a compiled device assembly.</summary>
    /// <param name="path">The .dll that the compiler wrote.</param>
    /// <exception cref="InputException">
    /// There is no such file, it is no device assembly, or its names do not determine the table's order.
    /// </exception>
    public static NativeAssembly Read(string path) => NativeAssemblyReader.Read(path);
}
