using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Earshot.Emulator.Loading;

/// <summary>Reads an app and the assemblies it refers to, leaving out those the emulator provides.</summary>
internal static class DeviceAssemblyReader
{
    private static readonly HashSet<string> DesktopLibraries =
        ["System.Runtime", "System.Private.CoreLib", "netstandard", "System.Console"];

    /// <summary>The assemblies, each after those it refers to; the app is last.</summary>
    /// <param name="application">The app's file.</param>
    /// <param name="withSymbols">Whether to read the files and lines of the source, where they are there.</param>
    /// <exception cref="InputException">A file is missing, not an assembly, or not made for nanoFramework.</exception>
    public static IReadOnlyList<AssemblyDefinition> Read(string application, bool withSymbols = false)
    {
        if (!File.Exists(application))
        {
            throw new InputException(application, "the app's assembly does not exist.", "Build the app, or correct the path.");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(application))!;
        var read = new Dictionary<string, AssemblyDefinition>();
        var ordered = new List<AssemblyDefinition>();
        Visit(application);
        return ordered;

        void Visit(string path)
        {
            var assembly = ReadOne(path, withSymbols);
            read.Add(assembly.Name.Name, assembly);
            RequireNanoFramework(assembly, path);
            foreach (var reference in assembly.MainModule.AssemblyReferences)
            {
                if (ClassLibrary.Provides(reference.Name) || read.ContainsKey(reference.Name))
                {
                    continue;
                }

                var referred = Path.Combine(folder, reference.Name + ".dll");
                if (!File.Exists(referred))
                {
                    throw new InputException(
                        path,
                        $"it refers to {reference.Name} {reference.Version}, which is not in {folder}.",
                        "Build the app with its references copied beside it.");
                }

                Visit(referred);
            }

            ordered.Add(assembly);
        }
    }

    private static AssemblyDefinition ReadOne(string path, bool withSymbols)
    {
        try
        {
            // From memory, so that a build can replace the file meanwhile.
            var symbols = Path.ChangeExtension(path, ".pdb");
            var parameters = withSymbols && File.Exists(symbols)
                ? new ReaderParameters
                {
                    ReadSymbols = true,
                    SymbolReaderProvider = new PortablePdbReaderProvider(),
                    SymbolStream = new MemoryStream(File.ReadAllBytes(symbols)),
                }
                : new ReaderParameters();
            return AssemblyDefinition.ReadAssembly(new MemoryStream(File.ReadAllBytes(path)), parameters);
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or ArgumentException or SymbolsNotMatchingException)
        {
            throw new InputException(
                path,
                "it is not a .NET assembly.",
                "Give the .dll that the build of the app wrote (not the .pe, .bin or .exe).",
                exception);
        }
    }

    private static void RequireNanoFramework(AssemblyDefinition assembly, string path)
    {
        var references = assembly.MainModule.AssemblyReferences;
        var desktop = references.FirstOrDefault(reference => DesktopLibraries.Contains(reference.Name)
            || (reference.Name == "mscorlib" && reference.Version.Major != 1));
        if (desktop is not null)
        {
            throw new InputException(
                path,
                $"it is made for desktop .NET: it refers to {desktop.Name} {desktop.Version}.",
                "Compile it against nanoFramework's mscorlib (CoreLibrary 1.x).");
        }
    }
}
