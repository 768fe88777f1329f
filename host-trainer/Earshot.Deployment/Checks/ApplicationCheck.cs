using Earshot.Deployment.Firmware;
using Earshot.Deployment.Images;
using Earshot.Emulator.Boards;

namespace Earshot.Deployment.Checks;

/// <summary>Checks that an app is whole, fits its place, and that the firmware has the native halves that it was built against.</summary>
internal static class ApplicationCheck
{
    private const string Subject = "app";

    /// <summary>Checks an app.</summary>
    /// <param name="image">The app.</param>
    /// <param name="natives">The firmware's native halves, or null when they are not known.</param>
    /// <param name="board">The board.</param>
    /// <param name="hasModel">Whether a model is on the board, behind the app.</param>
    /// <param name="isOneImage">Whether app and model are flashed as one.</param>
    /// <param name="list">Where findings go.</param>
    public static void Run(
        ApplicationImage image, IReadOnlyList<NativeAssembly>? natives, BoardDescription board, bool hasModel, bool isOneImage, Checklist list)
    {
        var app = image.Assemblies[^1];
        list.Good(Subject, FormattableString.Invariant($"{app.Name} {app.Version} with {image.Assemblies.Count} assemblies"));
        foreach (var (assembly, missing) in image.Unmet())
        {
            list.Fail(
                Subject,
                $"{image.Origin}: {assembly.Name} needs {missing.Name} {missing.Version.ToString(2)}, and {Other(image, missing)}.",
                "Build the app again with all its packages of one release, and give the folder that the build wrote.");
        }

        Size(image, board, hasModel, isOneImage, list);
        Natives(image, natives, list);
    }

    private static string Other(ApplicationImage image, AssemblyReference missing) =>
        image.Assemblies.FirstOrDefault(assembly => assembly.Name == missing.Name) is { } other ? $"{other.Version} is there" : "it is not there";

    private static void Size(ApplicationImage image, BoardDescription board, bool hasModel, bool isOneImage, Checklist list)
    {
        var memory = board.Memory;
        var place = board.ModelPlace;
        var end = !hasModel ? memory.DeploymentAddress + memory.DeploymentBytes : isOneImage ? place.Address : place.EraseAddress;
        var room = end - memory.DeploymentAddress;
        if (room == 0)
        {
            list.Fail(
                Subject,
                FormattableString.Invariant($"on {board.Target} app and model share the erase unit at 0x{place.EraseAddress:X8}: one alone would wipe out the other."),
                "Give both --app and --model.");
            return;
        }

        list.Expect(
            image.Size <= room,
            Subject,
            FormattableString.Invariant($"it takes {image.Size:N0} of {room:N0} bytes from 0x{memory.DeploymentAddress:X8}"),
            FormattableString.Invariant($"{image.Origin}: the app is {image.Size - room:N0} bytes too large for its {room:N0} bytes on {board.Target}."),
            "Leave out assemblies that it does not use, or choose a larger board.");
    }

    private static void Natives(ApplicationImage image, IReadOnlyList<NativeAssembly>? natives, Checklist list)
    {
        var needed = image.Assemblies.Where(assembly => assembly.HasNativeMethods).ToList();
        if (natives is null)
        {
            if (needed.Count > 0)
            {
                list.Fail(
                    "interop",
                    $"whether the firmware has the native halves of {string.Join(", ", needed.Select(assembly => assembly.Name))} is not known.",
                    "Give the build folder of the firmware with --firmware DIR, and --keep-firmware where the board has it already.");
            }

            return;
        }

        var matching = 0;
        foreach (var assembly in needed)
        {
            var native = natives.FirstOrDefault(candidate => candidate.Name == assembly.Name);
            if (native?.Checksum == assembly.NativeChecksum)
            {
                matching++;
                continue;
            }

            list.Fail(
                "interop",
                native is null
                    ? $"{image.Origin}: the firmware has no native half of {assembly.Name}."
                    : FormattableString.Invariant($"{image.Origin}: {assembly.Name} was built for checksum 0x{assembly.NativeChecksum:X8}, and the firmware has 0x{native.Checksum:X8}."),
                assembly.Name == FirmwareCheck.InteropName
                    ? $"Build firmware and app from one checkout of Earshot ('earshot interop' writes the native half of {assembly.Name})."
                    : $"Enable {assembly.Name} in the firmware's configuration, or use the package version that belongs to this firmware.");
        }

        if (matching == needed.Count)
        {
            list.Good("interop", FormattableString.Invariant($"the checksums of all {matching} native halves are the firmware's"));
        }
    }
}
