using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Earshot.StandIns.Tests;

/// <summary>Compiles a program as a device project does: C# 13, the stand-ins and nothing of .NET.</summary>
internal static class DeviceCompiler
{
    private static readonly MetadataReference[] References =
        [.. StandIns.AssemblyPaths.Select(path => MetadataReference.CreateFromFile(path))];

    /// <returns>The ids of the errors, such as CS0518, each once.</returns>
    public static IReadOnlyList<string> Errors(string program)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(program, new CSharpParseOptions(LanguageVersion.CSharp13));
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true);
        CSharpCompilation compilation = CSharpCompilation.Create("App", [tree], References, options);
        using var image = new MemoryStream();
        return
        [
            .. compilation.Emit(image).Diagnostics
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.Id)
                .Distinct(),
        ];
    }
}
