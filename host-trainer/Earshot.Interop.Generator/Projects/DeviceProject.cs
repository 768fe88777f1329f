using System.Xml.Linq;

namespace Earshot.Interop.Generator.Projects;

/// <summary>A device project as the .NET SDK builds it for the emulator.</summary>
internal sealed record DeviceProject
{
    private static readonly HashSet<string> WithoutCounterpart = ["DebugType", "IsTestProject"];

    /// <summary>Its file.</summary>
    public required string Path { get; init; }

    /// <summary>Its folder.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The file's name without extension.</summary>
    public string FileName => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Name of the assembly.</summary>
    public required string AssemblyName { get; init; }

    /// <summary>Namespace of files that have none.</summary>
    public required string RootNamespace { get; init; }

    /// <summary>Exe or Library.</summary>
    public required string OutputType { get; init; }

    /// <summary>Version of the assembly.</summary>
    public required string AssemblyVersion { get; init; }

    /// <summary>Version of its native methods, or null.</summary>
    public string? NativeVersion { get; init; }

    /// <summary>Whether it is a project of nanoFramework test classes.</summary>
    public bool IsTest => References.Contains("nanoFramework.TestFramework");

    /// <summary>Sources, relative to the folder, in ordinal order.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Assemblies of the class library that it names.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>Full paths of the projects that it refers to.</summary>
    public required IReadOnlyList<string> Projects { get; init; }

    /// <summary>Reads a project.</summary>
    /// <exception cref="InputException">It says something that a .nfproj has no word for here.</exception>
    public static DeviceProject Read(string path)
    {
        var root = ProjectXml.Load(path);
        var full = System.IO.Path.GetFullPath(path);
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        var items = new List<XElement>();
        foreach (var element in root.Elements().Where(element => element.Name.LocalName != "Import").SelectMany(group => group.Elements()))
        {
            switch (element.Name.LocalName)
            {
                case "AssemblyName" or "RootNamespace" or "OutputType" or "AssemblyVersion" or "AssemblyNativeVersion":
                    properties.Add(element.Name.LocalName, element.Value);
                    break;
                case "NanoFrameworkReference" or "ProjectReference":
                case "Compile" when element.Attribute("Remove") is not null:
                    items.Add(element);
                    break;
                case var name when !WithoutCounterpart.Contains(name):
                    throw new InputException(path, $"{name} has no counterpart in a .nfproj that this tool knows.", "Remove it, or teach DeviceProject what it means.");
            }
        }

        var folder = System.IO.Path.GetDirectoryName(full)!;
        var file = System.IO.Path.GetFileNameWithoutExtension(full);
        return new DeviceProject
        {
            Path = full,
            AssemblyName = properties.GetValueOrDefault("AssemblyName", file),
            RootNamespace = properties.GetValueOrDefault("RootNamespace", file),
            OutputType = properties.GetValueOrDefault("OutputType", "Library"),
            AssemblyVersion = properties.GetValueOrDefault("AssemblyVersion", "1.0.0.0"),
            NativeVersion = properties.GetValueOrDefault("AssemblyNativeVersion"),
            Sources = SourcesIn(folder, Attributes(items, "Compile", "Remove")),
            References = [.. Attributes(items, "NanoFrameworkReference", "Include")],
            Projects = [.. Attributes(items, "ProjectReference", "Include").Select(include => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, include)))],
        };
    }

    private static IReadOnlyList<string> SourcesIn(string folder, HashSet<string> removed) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal))
            .Where(file => !removed.Contains(file))
            .Order(StringComparer.Ordinal),
    ];

    private static HashSet<string> Attributes(IEnumerable<XElement> items, string name, string attribute) =>
        [.. items.Where(item => item.Name.LocalName == name).Select(item => (string?)item.Attribute(attribute)).OfType<string>()];
}
