using System.Xml.Linq;
using Earshot.Interop.Generator.Projects;
using Earshot.TestSupport;

namespace Earshot.Interop.Generator.Tests;

/// <summary>The projects for Visual Studio's nanoFramework extension say what the emulator's say.</summary>
public sealed class NanoProjectFilesTests : IDisposable
{
    private readonly TemporaryFolder _copy = new();

    public NanoProjectFilesTests()
    {
        foreach (var path in new[] { "Directory.Packages.props", "nf-device", "tests/device/Earshot.Device.Tests", "tests/device/Earshot.Network.Tests", "boards/emulator/packages" })
        {
            Copy(path);
        }
    }

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void Committed_projects_are_current() => Assert.Empty(NanoProjectFiles.Check(RepositoryLayout.Root));

    [Theory]
    [InlineData("nf-device/Earshot.Interop/Earshot.Interop.csproj", "1.0.0.0</AssemblyNativeVersion>", "1.1.0.0</AssemblyNativeVersion>", "nf-device/visual-studio/Earshot.Interop/Properties/AssemblyInfo.cs")]
    [InlineData("nf-device/Earshot/Earshot.csproj", "Include=\"System.IO.Ports\"", "Include=\"System.Device.Spi\"", "nf-device/visual-studio/Earshot/Earshot.nfproj")]
    [InlineData("Directory.Packages.props", "nanoFramework.CoreLibrary\" Version=\"1.17.11\"", "nanoFramework.CoreLibrary\" Version=\"1.17.12\"", "nf-device/visual-studio/Earshot.Node/packages.config")]
    [InlineData("nf-device/visual-studio/Earshot.Node/Earshot.Node.nfproj", "<LangVersion>13.0", "<LangVersion>latest", "nf-device/visual-studio/Earshot.Node/Earshot.Node.nfproj")]
    public void A_difference_is_noticed_and_mended(string file, string from, string to, string stale)
    {
        NanoProjectFiles.Write(_copy.FullPath);
        var path = _copy.File(file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text);
        File.WriteAllText(path, text.Replace(from, to));
        Assert.Contains(stale, NanoProjectFiles.Check(_copy.FullPath));
        Assert.Contains(stale, NanoProjectFiles.Write(_copy.FullPath));
        Assert.Empty(NanoProjectFiles.Check(_copy.FullPath));
    }

    [Fact]
    public void A_new_source_is_noticed()
    {
        NanoProjectFiles.Write(_copy.FullPath);
        File.WriteAllText(_copy.File("nf-device/Earshot/New.cs"), "");
        Assert.Equal(["nf-device/visual-studio/Earshot/Earshot.nfproj"], NanoProjectFiles.Check(_copy.FullPath));
    }

    [Fact]
    public void A_property_without_counterpart_is_refused()
    {
        var path = _copy.File("nf-device/Earshot/Earshot.csproj");
        File.WriteAllText(path, File.ReadAllText(path).Replace("<AssemblyVersion>", "<AllowUnsafeBlocks>true</AllowUnsafeBlocks><AssemblyVersion>"));
        var error = Assert.Throws<InputException>(() => NanoProjectFiles.Check(_copy.FullPath));
        Assert.Contains("AllowUnsafeBlocks", error.Problem);
    }

    [Fact]
    public void Every_assembly_that_is_needed_has_its_package()
    {
        NanoProjectFiles.Write(_copy.FullPath);
        var packages = XDocument.Load(_copy.File("nf-device/visual-studio/Earshot/packages.config")).Root!.Elements().Select(element => (string)element.Attribute("id")!).ToList();
        // System.IO.Ports needs streams, which need text; both come from elsewhere than the project's own lines.
        Assert.Contains("nanoFramework.System.IO.Streams", packages);
        Assert.Equal("nanoFramework.CoreLibrary", packages[0]);
    }

    private void Copy(string path)
    {
        var source = Path.Combine(RepositoryLayout.Root, path);
        IEnumerable<string> files = File.Exists(source) ? [source] : Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories);
        foreach (var file in files)
        {
            var target = _copy.File(Path.GetRelativePath(RepositoryLayout.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
