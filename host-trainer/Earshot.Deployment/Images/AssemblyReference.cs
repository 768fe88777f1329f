namespace Earshot.Deployment.Images;

/// <summary>What a device assembly needs.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="Version">Its version; nanoCLR asks for the same major and minor number.</param>
public sealed record AssemblyReference(string Name, Version Version)
{
    /// <summary>Whether an assembly will do; nanoCLR's CLR_RT_TypeSystem::FindAssembly compares name, major and minor number.</summary>
    public bool IsMetBy(DeviceAssembly assembly) =>
        assembly.Name == Name && assembly.Version.Major == Version.Major && assembly.Version.Minor == Version.Minor;
}
