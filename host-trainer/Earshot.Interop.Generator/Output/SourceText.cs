namespace Earshot.Interop.Generator.Output;

/// <summary>What the generated C++ files have in common.</summary>
internal static class SourceText
{
    /// <summary>The first lines of a file.</summary>
    public static IEnumerable<string> Opening(NativeAssembly assembly, string purpose) =>
        ["// clang-format off", $"// {purpose} Written by `earshot interop` from {assembly.Name}.dll; do not edit."];

    /// <summary>The struct that holds a class's native methods.</summary>
    public static string StructOf(NativeAssembly assembly, string className) => $"Library_{assembly.ProjectName}_{className}";

    /// <summary>The name of the assembly's record.</summary>
    public static string RecordOf(NativeAssembly assembly) => $"g_CLR_AssemblyNative_{assembly.ProjectName}";

    /// <summary>Joins lines, the last one ended as well.</summary>
    public static string Join(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";
}
