namespace Earshot.Deployment.Images;

/// <summary>An assembly as nanoFramework's metadata processor wrote it (.pe).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="NativeChecksum">Checksum of its native methods, 0 when it has none; the firmware must have the same for that name.</param>
/// <param name="References">The assemblies that it needs.</param>
/// <param name="Bytes">The whole assembly.</param>
public sealed record DeviceAssembly(
    string Name, Version Version, uint NativeChecksum, IReadOnlyList<AssemblyReference> References, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Whether firmware must bring its native half.</summary>
    public bool HasNativeMethods => NativeChecksum != 0;
}
