using Earshot.Interop.Generator.Output;

namespace Earshot.Interop.Generator;

/// <summary>The C++ files of an assembly with native methods, in one folder.</summary>
public static class InteropFiles
{
    /// <summary>
    /// Writes header and table. Of the bodies it writes only those files that do not exist yet.
    /// </summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="folder">Where the files are.</param>
    /// <returns>The names of the files that were written because they were missing or differed.</returns>
    public static IReadOnlyList<string> Write(NativeAssembly assembly, string folder)
    {
        var written = new List<string>();
        var firsts = assembly.Classes
            .Where(type => type.Methods.Count > 0 && !File.Exists(Path.Combine(folder, StubFile.NameOf(assembly, type))))
            .Select(type => StubFile.FirstVersion(assembly, type));
        foreach (var file in Generated(assembly).Concat(firsts).Where(file => !IsCurrent(file, folder)))
        {
            AtomicFile.WriteAllText(Path.Combine(folder, file.Name), file.Text);
            written.Add(file.Name);
        }

        return written;
    }

    /// <summary>What is not as it should be: files that are missing or stale, bodies that are missing or left over.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="folder">Where the files are.</param>
    /// <returns>One sentence a finding; none when all is well.</returns>
    public static IReadOnlyList<string> Check(NativeAssembly assembly, string folder) =>
    [
        .. Generated(assembly)
            .Where(file => !IsCurrent(file, folder))
            .Select(file => $"{file.Name} is not what {assembly.Name} needs."),
        .. assembly.Classes.Where(type => type.Methods.Count > 0).SelectMany(type => CheckBodies(assembly, type, folder)),
    ];

    private static IEnumerable<GeneratedFile> Generated(NativeAssembly assembly) =>
        [HeaderFile.Of(assembly), TableFile.Of(assembly)];

    // A checkout may have other line ends.
    private static bool IsCurrent(GeneratedFile file, string folder)
    {
        var path = Path.Combine(folder, file.Name);
        return File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == file.Text;
    }

    private static IEnumerable<string> CheckBodies(NativeAssembly assembly, NativeClass type, string folder)
    {
        var name = StubFile.NameOf(assembly, type);
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            return [$"{name} does not exist."];
        }

        var text = File.ReadAllText(path);
        return
        [
            .. StubFile.Missing(assembly, type, text).Select(method => $"{name} lacks {method.Name}."),
            .. StubFile.Left(assembly, type, text).Select(method => $"{name} still has {method}, which {assembly.Name} does not."),
        ];
    }
}
