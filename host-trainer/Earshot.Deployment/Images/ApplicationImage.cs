namespace Earshot.Deployment.Images;

/// <summary>What is flashed as the app: assemblies one after another, each filled up to four bytes, the app itself last.</summary>
/// <param name="Origin">The file or folder that it was read from.</param>
/// <param name="Assemblies">Its assemblies.</param>
public sealed record ApplicationImage(string Origin, IReadOnlyList<DeviceAssembly> Assemblies)
{
    /// <summary>Bytes in flash.</summary>
    public int Size => Assemblies.Sum(assembly => Padded(assembly.Bytes.Length));

    /// <summary>The image, as nanoFramework's build writes App.bin.</summary>
    public byte[] ToArray()
    {
        var image = new byte[Size];
        var at = 0;
        foreach (var assembly in Assemblies)
        {
            assembly.Bytes.Span.CopyTo(image.AsSpan(at));
            at += Padded(assembly.Bytes.Length);
        }

        return image;
    }

    /// <summary>The references that no assembly of the image meets.</summary>
    public IEnumerable<(DeviceAssembly Assembly, AssemblyReference Missing)> Unmet() =>
        from assembly in Assemblies
        from reference in assembly.References
        where !Assemblies.Any(reference.IsMetBy)
        select (assembly, reference);

    internal static int Padded(int length) => (length + 3) & ~3;
}
