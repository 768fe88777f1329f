namespace Earshot.Interop.Generator.Output;

/// <summary>The file that holds the bodies of one class's native methods. It is yours: written once, then only checked.</summary>
internal static class StubFile
{
    /// <summary>Its name.</summary>
    public static string NameOf(NativeAssembly assembly, NativeClass type) => $"{assembly.ProjectName}_{type.Name}.cpp";

    /// <summary>A first version in which every method throws NotImplementedException.</summary>
    public static GeneratedFile FirstVersion(NativeAssembly assembly, NativeClass type)
    {
        IEnumerable<string> lines =
        [
            $"#include \"{assembly.ProjectName}.h\"",
            .. type.Methods.SelectMany(method => Body(assembly, method)),
        ];
        return new GeneratedFile(NameOf(assembly, type), SourceText.Join(lines));
    }

    /// <summary>Of a class's methods, those that a file does not define.</summary>
    public static IReadOnlyList<NativeMethod> Missing(NativeAssembly assembly, NativeClass type, string text) =>
        [.. type.Methods.Where(method => !text.Contains($"{SourceText.StructOf(assembly, type.Name)}::{method.Name}(", StringComparison.Ordinal))];

    /// <summary>Methods that a file defines and the class does not have (any more).</summary>
    public static IReadOnlyList<string> Left(NativeAssembly assembly, NativeClass type, string text)
    {
        var known = type.Methods.Select(method => method.Name).ToHashSet(StringComparer.Ordinal);
        var prefix = SourceText.StructOf(assembly, type.Name) + "::";
        return
        [
            .. text.Split("HRESULT " + prefix, StringSplitOptions.None).Skip(1)
                .Select(rest => rest[..Math.Max(0, rest.IndexOf('('))].Trim())
                .Where(name => !known.Contains(name)),
        ];
    }

    private static IEnumerable<string> Body(NativeAssembly assembly, NativeMethod method) =>
    [
        "",
        $"HRESULT {SourceText.StructOf(assembly, method.Class)}::{method.Name}(CLR_RT_StackFrame &stack)",
        "{",
        "    NANOCLR_HEADER();",
        "    (void)stack;",
        "    NANOCLR_SET_AND_LEAVE(CLR_E_NOTIMPL);",
        "    NANOCLR_NOCLEANUP();",
        "}",
    ];
}
