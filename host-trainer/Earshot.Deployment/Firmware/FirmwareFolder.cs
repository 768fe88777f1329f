namespace Earshot.Deployment.Firmware;

/// <summary>The build folder of a firmware.</summary>
/// <param name="path">The folder.</param>
public sealed class FirmwareFolder(string path)
{
    /// <summary>The folder.</summary>
    public string Path => path;

    /// <summary>nanoBooter as Intel HEX.</summary>
    public string BooterHex => Find("nanoBooter.hex");

    /// <summary>nanoCLR as Intel HEX.</summary>
    public string ClrHex => Find("nanoCLR.hex");

    /// <summary>nanoCLR as it lies in flash.</summary>
    public string ClrBin => Find("nanoCLR.bin");

    /// <summary>The list of native assemblies.</summary>
    public string NativeAssemblies => Find(NativeAssemblyList.FileName);

    /// <summary>nanoCLR's build puts some files beside each other and some one folder down.</summary>
    private string Find(string name) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal).FirstOrDefault(System.IO.Path.Combine(path, name))
            : System.IO.Path.Combine(path, name);
}
