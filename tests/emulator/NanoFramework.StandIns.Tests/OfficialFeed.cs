using System.IO.Compression;

namespace Earshot.StandIns.Tests;

/// <summary>A folder of packages with the ids, versions and layout of the official ones, for tests of the switch to them.</summary>
internal static class OfficialFeed
{
    /// <summary>Packs a stand-in as the official package does: the assembly lies in <c>lib</c> itself.</summary>
    public static void Add(string folder, string id, string version, string assembly, params (string Id, string Version)[] dependencies)
    {
        string list = string.Concat(dependencies.Select(entry => $"""<dependency id="{entry.Id}" version="{entry.Version}" />"""));
        string description = $"""
            <?xml version="1.0"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2012/06/nuspec.xsd">
              <metadata>
                <id>{id}</id>
                <version>{version}</version>
                <authors>test</authors>
                <description>test</description>
                <dependencies>{list}</dependencies>
              </metadata>
            </package>
            """;
        using ZipArchive package = ZipFile.Open(Path.Combine(folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        using (var writer = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open()))
        {
            writer.Write(description);
        }

        package.CreateEntryFromFile(StandIns.PathOf(assembly), $"lib/{assembly}.dll");
    }
}
