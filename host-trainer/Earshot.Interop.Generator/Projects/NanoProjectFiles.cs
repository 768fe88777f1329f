using System.Security.Cryptography;
using System.Text;
using Earshot.Interop.Generator.Output;

namespace Earshot.Interop.Generator.Projects;

/// <summary>
/// The same device projects for nanoFramework's own project system, which Visual Studio's extension builds: a folder of
/// their own, because a folder with two projects is none that <c>dotnet build</c> takes, with a solution.
/// </summary>
public static class NanoProjectFiles
{
    /// <summary>The folder of the solution and of a folder for each project, from the repository's root.</summary>
    public const string Folder = "nf-device/visual-studio";

    private const string Solution = "Earshot.sln";

    private static readonly string[] Projects =
    [
        "nf-device/Earshot.Interop/Earshot.Interop.csproj",
        "nf-device/Earshot/Earshot.csproj",
        "nf-device/Earshot.Adc/Earshot.Adc.csproj",
        "nf-device/Earshot.Node/Earshot.Node.csproj",
        "nf-device/Earshot.Network/Earshot.Network.csproj",
        "tests/device/Earshot.Device.Tests/Earshot.Device.Tests.csproj",
        "tests/device/Earshot.Network.Tests/Earshot.Network.Tests.csproj",
    ];

    /// <summary>Writes what is missing or differs.</summary>
    /// <param name="root">The repository's root.</param>
    /// <returns>The files that were written, from the root.</returns>
    public static IReadOnlyList<string> Write(string root)
    {
        var stale = Stale(root).ToList();
        foreach (var file in stale)
        {
            AtomicFile.WriteAllText(Path.Combine(root, file.Name), file.Text);
        }

        return stale.ConvertAll(file => file.Name);
    }

    /// <summary>Files that are missing or do not say what the .csproj says, from the root.</summary>
    /// <param name="root">The repository's root.</param>
    public static IReadOnlyList<string> Check(string root) => [.. Stale(root).Select(file => file.Name)];

    /// <summary>A project's identity: the same for the same name, everywhere.</summary>
    internal static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes("nfproj:" + name)).AsSpan(0, 16));

    private static IEnumerable<GeneratedFile> Stale(string root) =>
        All(root).Where(file => !IsCurrent(Path.Combine(root, file.Name), file.Text));

    private static IEnumerable<GeneratedFile> All(string root)
    {
        var catalog = NanoPackageCatalog.Read(root);
        var folder = Path.GetFullPath(Path.Combine(root, Folder));
        var projects = Projects.Select(path => DeviceProject.Read(Path.Combine(root, path))).ToList();
        foreach (var project in projects)
        {
            var packages = catalog.Closure(AllReferences(project));
            var own = Path.Combine(folder, project.FileName);
            yield return At(root, Path.Combine(own, project.FileName + ".nfproj"), NfProjFile.Text(project, packages, folder));
            yield return At(root, Path.Combine(own, "packages.config"), PackagesConfigFile.Text(packages, project.IsTest));
            yield return At(root, Path.Combine(own, "Properties", "AssemblyInfo.cs"), AttributesFile.Text(project));
        }

        yield return At(root, Path.Combine(folder, Solution), SolutionFile.Text(projects));
    }

    private static IEnumerable<string> AllReferences(DeviceProject project) =>
        project.References.Concat(project.Projects.SelectMany(path => AllReferences(DeviceProject.Read(path))));

    private static GeneratedFile At(string root, string path, string text) =>
        new(Path.GetRelativePath(root, path).Replace('\\', '/'), text);

    // A checkout may have other line ends.
    private static bool IsCurrent(string path, string text) =>
        File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == text;
}
