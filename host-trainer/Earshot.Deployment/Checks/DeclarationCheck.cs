using Earshot.Deployment.Images;
using Earshot.Interop.Generator;

namespace Earshot.Deployment.Checks;

/// <summary>Compares the app's Earshot.Interop with the declarations that this Earshot was built with.</summary>
internal static class DeclarationCheck
{
    /// <summary>Compares them; a difference is a warning, for firmware and app may both be of another release.</summary>
    /// <param name="image">The app.</param>
    /// <param name="declarations">The Earshot.Interop.dll of this Earshot, or null.</param>
    /// <param name="list">Where findings go.</param>
    public static void Run(ApplicationImage image, string? declarations, Checklist list)
    {
        var interop = image.Assemblies.FirstOrDefault(assembly => assembly.Name == FirmwareCheck.InteropName);
        if (interop is null)
        {
            list.Warn("interop", $"the app does not use {FirmwareCheck.InteropName}, so it does not classify.", "Give the app of a node, such as Earshot.Node.");
            return;
        }

        if (declarations is null || list.Try("interop", () => NativeAssembly.Read(declarations)) is not { } own)
        {
            return;
        }

        if (own.Checksum == interop.NativeChecksum)
        {
            list.Good("interop", $"the app's {FirmwareCheck.InteropName} is this Earshot's");
        }
        else
        {
            list.Warn(
                "interop",
                FormattableString.Invariant($"the app's {FirmwareCheck.InteropName} has checksum 0x{interop.NativeChecksum:X8}, this Earshot's 0x{own.Checksum:X8}: another release."),
                "It works if the firmware is of that release too; the checksums above tell.");
        }
    }
}
