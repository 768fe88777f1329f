namespace Earshot.TestSupport;

/// <summary>A folder of its own for one test, deleted with everything in it at the end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its full path.</summary>
    public string FullPath { get; } = Directory.CreateTempSubdirectory("earshot-test-").FullName;

    /// <summary>The path of a file in it.</summary>
    public string File(params string[] parts) => Path.Combine([FullPath, .. parts]);

    /// <summary>Writes a file into it and returns the file's path.</summary>
    public string File(string name, byte[] content)
    {
        var path = File(name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
