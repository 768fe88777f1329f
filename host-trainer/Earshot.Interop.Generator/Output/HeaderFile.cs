namespace Earshot.Interop.Generator.Output;

/// <summary>The header: one struct a class with its native methods and the constants of the managed half.</summary>
internal static class HeaderFile
{
    /// <summary>Writes it.</summary>
    public static GeneratedFile Of(NativeAssembly assembly)
    {
        var guard = assembly.ProjectName.ToUpperInvariant() + "_H";
        IEnumerable<string> lines =
        [
            .. SourceText.Opening(assembly, "The native methods of the managed half, and its constants."),
            $"#ifndef {guard}",
            $"#define {guard}",
            "",
            "#include <nanoCLR_Interop.h>",
            "#include <nanoCLR_Runtime.h>",
            "",
            .. assembly.Classes.SelectMany(type => Struct(assembly, type)),
            $"extern const CLR_RT_NativeAssemblyData {SourceText.RecordOf(assembly)};",
            "",
            "#endif",
            "// clang-format on",
        ];
        return new GeneratedFile(assembly.ProjectName + ".h", SourceText.Join(lines));
    }

    private static IEnumerable<string> Struct(NativeAssembly assembly, NativeClass type) =>
    [
        $"struct {SourceText.StructOf(assembly, type.Name)}",
        "{",
        .. type.Constants.Select(constant => $"    static const int CONSTANT__{constant.Name} = {constant.Value};"),
        .. type.Methods.Select(method => $"    NANOCLR_NATIVE_DECLARE({method.Name});"),
        "};",
        "",
    ];
}
