using Earshot.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Earshot.Interop.Generator.Tests;

/// <summary>Device assemblies: Earshot.Interop as it was built, and others compiled here as a device project compiles them.</summary>
internal static class DeviceAssemblies
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "device");

    public static string EarshotInterop { get; } = Path.Combine(Folder, "Earshot.Interop.dll");

    public static string Data(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);

    /// <summary>Compiles C# 13 against nanoFramework's mscorlib.</summary>
    public static string Compile(TemporaryFolder folder, string name, params string[] sources)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp13);
        var compilation = CSharpCompilation.Create(
            name,
            [.. sources.Select(source => CSharpSyntaxTree.ParseText(source, parsing))],
            [MetadataReference.CreateFromFile(Path.Combine(Folder, "mscorlib.dll"))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        var path = Path.Combine(folder.FullPath, name + ".dll");
        var result = compilation.Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }

    /// <summary>Compiles with an AssemblyNativeVersion.</summary>
    public static string CompileNative(TemporaryFolder folder, string name, string source) =>
        Compile(folder, name, source, "[assembly: System.Reflection.AssemblyNativeVersion(\"1.2.3.4\")]");
}
