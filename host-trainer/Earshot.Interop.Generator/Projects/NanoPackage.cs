namespace Earshot.Interop.Generator.Projects;

/// <summary>A package of nanoFramework's class library that a project needs, directly or through another.</summary>
/// <param name="Assembly">The assembly in it: <c>System.IO.Ports</c>, <c>mscorlib</c>.</param>
/// <param name="Version">The package's version, <c>1.1.139</c>; the assembly's has a 0 behind it.</param>
internal sealed record NanoPackage(string Assembly, string Version)
{
    /// <summary>The package's name on the feed.</summary>
    public string Name => Assembly == "mscorlib"
        ? "nanoFramework.CoreLibrary"
        : "nanoFramework." + (Assembly.StartsWith("nanoFramework.", StringComparison.Ordinal) ? Assembly["nanoFramework.".Length..] : Assembly);
}
