using Earshot.Interop.Generator.Output;

namespace Earshot.Interop.Generator.Projects;

/// <summary>The assembly's attributes, which the .NET SDK makes from properties and nanoFramework's project system takes from a source.</summary>
internal static class AttributesFile
{
    /// <summary>Its text.</summary>
    public static string Text(DeviceProject project)
    {
        IEnumerable<string> lines =
        [
            $"// Of {project.FileName}.nfproj. Written by `earshot nfproj`; do not edit.",
            "using System.Reflection;",
            "",
            $"[assembly: AssemblyTitle(\"{project.AssemblyName}\")]",
            $"[assembly: AssemblyVersion(\"{project.AssemblyVersion}\")]",
            .. project.NativeVersion is { } version ? [$"[assembly: AssemblyNativeVersion(\"{version}\")]"] : Array.Empty<string>(),
        ];
        return SourceText.Join(lines);
    }
}
