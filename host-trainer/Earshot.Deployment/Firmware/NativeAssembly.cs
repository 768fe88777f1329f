namespace Earshot.Deployment.Firmware;

/// <summary>The native half of an assembly in a firmware.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Version">The native half's version.</param>
/// <param name="Checksum">Checksum of its methods.</param>
public sealed record NativeAssembly(string Name, string Version, uint Checksum);
