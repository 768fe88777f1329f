using Mono.Cecil;

namespace Earshot.StandIns.Tests;

/// <summary>The built stand-ins and the listings of the official assemblies' public members, beside the tests.</summary>
internal static class StandIns
{
    private static readonly string StandInFolder = Path.Combine(AppContext.BaseDirectory, "stand-ins");
    private static readonly string ListingFolder = Path.Combine(AppContext.BaseDirectory, "api");

    public static IEnumerable<string> ListedNames { get; } =
        [.. Directory.GetFiles(ListingFolder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> AssemblyPaths { get; } =
        [.. Directory.GetFiles(StandInFolder, "*.dll").Order(StringComparer.Ordinal)];

    public static string[] ReadListing(string name) => File.ReadAllLines(Path.Combine(ListingFolder, name + ".txt"));

    /// <summary>The lines of one assembly in a table, without its name.</summary>
    public static IEnumerable<string> ReadTable(string file, string assembly) =>
        File.ReadAllLines(Path.Combine(ListingFolder, file))
            .Where(line => line.StartsWith(assembly + "|", StringComparison.Ordinal))
            .Select(line => line[(assembly.Length + 1)..]);

    public static string PathOf(string name) => Path.Combine(StandInFolder, name + ".dll");

    public static AssemblyDefinition Read(string name)
    {
        var resolver = new DefaultAssemblyResolver();
        foreach (string folder in resolver.GetSearchDirectories())
        {
            resolver.RemoveSearchDirectory(folder);
        }

        resolver.AddSearchDirectory(StandInFolder);
        return AssemblyDefinition.ReadAssembly(PathOf(name), new ReaderParameters { AssemblyResolver = resolver });
    }
}
