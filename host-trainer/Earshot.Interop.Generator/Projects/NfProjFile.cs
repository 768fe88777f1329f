using System.Xml.Linq;

namespace Earshot.Interop.Generator.Projects;

/// <summary>A .nfproj of nanoFramework 1.x.</summary>
internal static class NfProjFile
{
    private const string System = "$(NanoFrameworkProjectSystemPath)";
    private const string Token = "c07d481e9758c731";
    private static readonly XNamespace Ns = "http://schemas.microsoft.com/developer/msbuild/2003";

    /// <summary>Its text.</summary>
    /// <param name="project">What it shall build.</param>
    /// <param name="packages">The class library's packages that it needs.</param>
    /// <param name="solution">The solution's folder; the project lies in one of its own there, and NuGet's packages beside it.</param>
    public static string Text(DeviceProject project, IReadOnlyList<NanoPackage> packages, string solution)
    {
        var own = Path.Combine(solution, project.FileName);
        var root = Element(
            "Project",
            new XAttribute("ToolsVersion", "Current"),
            new XAttribute("DefaultTargets", "Build"),
            new XComment($" Written by `earshot nfproj` from {project.FileName}.csproj; do not edit. "),
            Element(
                "PropertyGroup",
                new XAttribute("Label", "Globals"),
                Element("NanoFrameworkProjectSystemPath", @"$(MSBuildExtensionsPath)\nanoFramework\v1.0\"),
                new XComment(" The files of that name are for the .NET SDK. "),
                Element("ImportDirectoryBuildProps", "false"),
                Element("ImportDirectoryBuildTargets", "false"),
                Element("ImportDirectoryPackagesProps", "false")),
            Import("NFProjectSystem.Default.props"),
            project.IsTest ? Element("ItemGroup", Item("ProjectCapability", "TestContainer")) : null,
            Properties(project, own),
            Import("NFProjectSystem.props"),
            Element(
                "ItemGroup",
                project.Sources.Select(source => Source(project, source, own)),
                Item("Compile", @"Properties\AssemblyInfo.cs")),
            Element("ItemGroup", packages.SelectMany(References)),
            project.Projects.Count > 0 ? Element("ItemGroup", project.Projects.Select(Reference)) : null,
            Element("ItemGroup", Item("None", "packages.config")),
            Import("NFProjectSystem.CSharp.targets"),
            Element("ProjectExtensions", Element("ProjectCapabilities", Element("ProjectConfigurationsDeclaredAsItems"))));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}".ReplaceLineEndings("\n") + "\n";
    }

    private static XElement Properties(DeviceProject project, string own) => Element(
        "PropertyGroup",
        Element("Configuration", new XAttribute("Condition", " '$(Configuration)' == '' "), "Debug"),
        Element("Platform", new XAttribute("Condition", " '$(Platform)' == '' "), "AnyCPU"),
        Element("ProjectTypeGuids", "{11A8DD76-328B-46DF-9F39-F559912D0360};{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}"),
        Element("ProjectGuid", NanoProjectFiles.IdOf(project.FileName).ToString("B").ToUpperInvariant()),
        Element("OutputType", project.OutputType),
        Element("FileAlignment", "512"),
        Element("RootNamespace", project.RootNamespace),
        Element("AssemblyName", project.AssemblyName),
        Element("TargetFrameworkVersion", "v1.0"),
        new XComment(" Another version adds other types to the assembly, which shifts the table of native methods. "),
        Element("LangVersion", "13.0"),
        project.IsTest
            ? new object[]
            {
                Element("IsCodedUITest", "False"),
                Element("IsTestProject", "true"),
                Element("TestProjectType", "UnitTest"),
                Element("RunSettingsFilePath", @"$(MSBuildProjectDirectory)\" + Relative(own, Path.Combine(project.Folder, "nano.runsettings"))),
            }
            : null);

    private static XElement Source(DeviceProject project, string source, string own) => Item(
        "Compile",
        Relative(own, Path.Combine(project.Folder, source)),
        Element("Link", source.Replace('/', '\\')));

    private static IEnumerable<XElement> References(NanoPackage package)
    {
        var folder = $@"..\packages\{package.Name}.{package.Version}\lib\";
        yield return Item(
            "Reference",
            $"{package.Assembly}, Version={package.Version}.0, Culture=neutral, PublicKeyToken={Token}",
            Element("HintPath", $"{folder}{package.Assembly}.dll"));
        if (package.Assembly == "nanoFramework.TestFramework")
        {
            yield return Item(
                "Reference",
                $"nanoFramework.UnitTestLauncher, Version=0.0.0.0, Culture=neutral, PublicKeyToken={Token}",
                Element("HintPath", folder + "nanoFramework.UnitTestLauncher.exe"));
        }
    }

    private static XElement Reference(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return Item(
            "ProjectReference",
            $@"..\{name}\{name}.nfproj",
            Element("Project", NanoProjectFiles.IdOf(name).ToString("B")),
            Element("Name", name));
    }

    private static XElement Import(string file) => Element(
        "Import",
        new XAttribute("Project", System + file),
        new XAttribute("Condition", $"Exists('{System}{file}')"));

    private static XElement Item(string kind, string include, params object?[] content) =>
        Element(kind, [new XAttribute("Include", include), .. content]);

    private static XElement Element(string name, params object?[] content) => new(Ns + name, content);

    private static string Relative(string folder, string path) => Path.GetRelativePath(folder, path).Replace('/', '\\');
}
