namespace Earshot.Cli.Commands;

/// <summary>The file of a deployment's image: the user's, or one that exists only while it is flashed.</summary>
internal sealed class ImageFile : IDisposable
{
    private readonly DirectoryInfo? _temporary;

    private ImageFile(string? path, DirectoryInfo? temporary)
    {
        Path = path;
        _temporary = temporary;
    }

    /// <summary>The file, or null when nothing is written.</summary>
    public string? Path { get; }

    /// <summary>Writes an image.</summary>
    /// <param name="image">The image, or null.</param>
    /// <param name="path">Where to keep it, or null.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static ImageFile Of(byte[]? image, string? path)
    {
        if (image is null)
        {
            return new ImageFile(null, null);
        }

        var temporary = path is null ? Directory.CreateTempSubdirectory("earshot-deploy-") : null;
        var file = path ?? System.IO.Path.Combine(temporary!.FullName, "deployment.bin");
        AtomicFile.WriteAllBytes(file, image);
        return new ImageFile(file, temporary);
    }

    /// <summary>Deletes it, unless it is the user's.</summary>
    public void Dispose() => _temporary?.Delete(recursive: true);
}
