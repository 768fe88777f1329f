namespace Earshot.Interop.Generator.Output;

/// <summary>The table that nanoCLR calls through, and the record by which it finds it.</summary>
internal static class TableFile
{
    /// <summary>Writes it.</summary>
    public static GeneratedFile Of(NativeAssembly assembly)
    {
        var version = assembly.NativeVersion;
        IEnumerable<string> lines =
        [
            .. SourceText.Opening(assembly, "The table of native methods."),
            $"#include \"{assembly.ProjectName}.h\"",
            "",
            "static const CLR_RT_MethodHandler method_lookup[] =",
            "{",
            .. assembly.Table.Select(row => row is null ? "    NULL," : $"    {SourceText.StructOf(assembly, row.Class)}::{row.Name},"),
            "};",
            "",
            $"const CLR_RT_NativeAssemblyData {SourceText.RecordOf(assembly)} =",
            "{",
            $"    \"{assembly.Name}\",",
            $"    0x{assembly.Checksum:X8},",
            "    method_lookup,",
            $"    {{ {version.Major}, {version.Minor}, {version.Build}, {version.Revision} }}",
            "};",
            "// clang-format on",
        ];
        return new GeneratedFile(assembly.ProjectName + ".cpp", SourceText.Join(lines));
    }
}
