using System.Xml.Linq;

namespace Earshot.Interop.Generator.Projects;

/// <summary>The packages.config of a project.</summary>
internal static class PackagesConfigFile
{
    /// <summary>Its text.</summary>
    public static string Text(IEnumerable<NanoPackage> packages, bool isTest)
    {
        var root = new XElement("packages", packages.Select(package => new XElement(
            "package",
            new XAttribute("id", package.Name),
            new XAttribute("version", package.Version),
            new XAttribute("targetFramework", "netnano1.0"),
            isTest && package.Assembly == "nanoFramework.TestFramework" ? new XAttribute("developmentDependency", "true") : null)));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}".ReplaceLineEndings("\n") + "\n";
    }
}
