using System.Xml.Linq;

namespace Earshot.Interop.Generator.Projects;

/// <summary>Versions and dependencies of nanoFramework's packages, as the repository states them.</summary>
internal sealed class NanoPackageCatalog
{
    private readonly string _versionsFile;
    private readonly string _standIns;
    private readonly Dictionary<string, string> _versions;

    private NanoPackageCatalog(string versionsFile, string standIns, Dictionary<string, string> versions)
    {
        _versionsFile = versionsFile;
        _standIns = standIns;
        _versions = versions;
    }

    /// <summary>Reads the versions in Directory.Packages.props; the stand-ins' projects say what depends on what.</summary>
    public static NanoPackageCatalog Read(string root)
    {
        var file = Path.Combine(root, "Directory.Packages.props");
        var versions = ProjectXml.Load(file).Descendants("PackageVersion")
            .ToDictionary(element => (string)element.Attribute("Include")!, element => (string)element.Attribute("Version")!);
        return new NanoPackageCatalog(file, Path.Combine(root, "boards", "emulator", "packages"), versions);
    }

    /// <summary>The packages of some assemblies and of everything they need, mscorlib first, each after what it needs.</summary>
    public IReadOnlyList<NanoPackage> Closure(IEnumerable<string> assemblies)
    {
        var ordered = new List<NanoPackage>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        Visit("mscorlib");
        foreach (var assembly in assemblies.Order(StringComparer.Ordinal))
        {
            Visit(assembly);
        }

        return ordered;

        void Visit(string assembly)
        {
            if (!visited.Add(assembly))
            {
                return;
            }

            var needed = ProjectXml.Load(Path.Combine(_standIns, assembly, assembly + ".csproj")).Descendants("NanoFrameworkReference");
            foreach (var name in needed.Select(element => (string)element.Attribute("Include")!).Order(StringComparer.Ordinal))
            {
                Visit(name);
            }

            ordered.Add(Package(assembly));
        }
    }

    private NanoPackage Package(string assembly)
    {
        var name = new NanoPackage(assembly, "").Name;
        return _versions.TryGetValue(name, out var version)
            ? new NanoPackage(assembly, version)
            : throw new InputException(_versionsFile, $"it has no version of {name}.", "Add a PackageVersion.");
    }
}
