using Earshot.Deployment.Firmware;
using Earshot.Emulator.Boards;

namespace Earshot.Deployment.Checks;

/// <summary>Checks that a firmware is whole and is this board's, and finds out what native halves it has.</summary>
internal static class FirmwareCheck
{
    /// <summary>The assembly whose native half is Earshot's C module.</summary>
    public const string InteropName = "Earshot.Interop";

    private const string Subject = "firmware";
    private const long FlashStart = 0x0800_0000;

    /// <summary>Checks a build folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="board">The board.</param>
    /// <param name="needsBooter">Whether nanoBooter is flashed as well.</param>
    /// <param name="list">Where findings go.</param>
    public static FirmwareFindings Run(FirmwareFolder folder, BoardDescription board, bool needsBooter, Checklist list)
    {
        var memory = board.Memory;
        if (needsBooter)
        {
            Hex("nanoBooter.hex", folder.BooterHex, FlashStart, memory.ClrAddress, list);
            Hex("nanoCLR.hex", folder.ClrHex, memory.ClrAddress, memory.ClrAddress + memory.ClrRegionBytes, list);
        }

        var image = Exists(folder.ClrBin, list) ? new ClrImage(File.ReadAllBytes(folder.ClrBin), memory.ClrAddress) : null;
        if (image is not null)
        {
            Image(image, folder.ClrBin, board, list);
        }

        var natives = Exists(folder.NativeAssemblies, list)
            ? list.Try("interop", () => NativeAssemblyList.Read(folder.NativeAssemblies)) : null;
        if (natives?.FirstOrDefault(native => native.Name == InteropName) is { } interop)
        {
            Interop(interop, image, folder, list);
        }
        else if (natives is not null)
        {
            list.Fail(
                "interop",
                $"{folder.NativeAssemblies}: the firmware was built without {InteropName}.",
                $"Build it with NF_INTEROP_ASSEMBLIES={InteropName}, as docs/firmware.md says.");
        }

        return new FirmwareFindings(natives, image?.Limits);
    }

    private static bool Exists(string path, Checklist list)
    {
        if (File.Exists(path))
        {
            return true;
        }

        list.Fail(Subject, $"{path} does not exist.", "Give the build folder of the firmware with --firmware DIR.");
        return false;
    }

    private static void Hex(string name, string path, long start, long end, Checklist list)
    {
        if (!Exists(path, list) || list.Try(Subject, () => new[] { IntelHex.Extent(path) }) is not [var extent])
        {
            return;
        }

        list.Expect(
            extent.Start >= start && extent.End <= end,
            Subject,
            FormattableString.Invariant($"{name} fills 0x{extent.Start:X8} to 0x{extent.End:X8}"),
            FormattableString.Invariant($"{path} fills 0x{extent.Start:X8} to 0x{extent.End:X8}, outside the board's 0x{start:X8} to 0x{end:X8}."),
            "Build the firmware for this board.");
    }

    private static void Image(ClrImage image, string path, BoardDescription board, Checklist list)
    {
        var memory = board.Memory;
        list.Expect(
            image.Size <= memory.ClrRegionBytes,
            Subject,
            FormattableString.Invariant($"nanoCLR has {image.Size:N0} of {memory.ClrRegionBytes:N0} bytes"),
            FormattableString.Invariant($"{path}: nanoCLR is {image.Size - memory.ClrRegionBytes:N0} bytes too large for {board.Target}."),
            "Leave out libraries that the app does not use, or build with EARSHOT_SMALL.");
        var end = memory.ClrAddress + memory.ClrRegionBytes;
        if (image.ResetHandler is not { } reset || reset < memory.ClrAddress || reset >= end)
        {
            list.Fail(
                Subject,
                $"{path}: it does not start in the region of nanoCLR of {board.Target}; it is another board's or no firmware.",
                "Build the firmware for this board.");
            return;
        }

        Target(image, path, board, list);
    }

    private static void Target(ClrImage image, string path, BoardDescription board, Checklist list)
    {
        if (image.Names(board.Target))
        {
            list.Good(Subject, $"it is built for {board.Target}");
        }
        else if (BoardCatalog.Targets.FirstOrDefault(image.Names) is { } other)
        {
            list.Fail(Subject, $"{path}: it is built for {other}, not for {board.Target}.", $"Give --board {other}, or the firmware of {board.Target}.");
        }
        else
        {
            list.Warn(Subject, $"{path} does not name its target.", $"See to it that it is built for {board.Target}.");
        }
    }

    private static void Interop(NativeAssembly interop, ClrImage? image, FirmwareFolder folder, Checklist list)
    {
        if (image is null)
        {
            return;
        }

        var inside = image.NativeChecksum(InteropName);
        list.Expect(
            inside == interop.Checksum,
            "interop",
            FormattableString.Invariant($"nanoCLR has {InteropName} {interop.Version}, checksum 0x{interop.Checksum:X8}"),
            inside is { } found
                ? FormattableString.Invariant($"{folder.ClrBin} has {InteropName} with checksum 0x{found:X8}, and {folder.NativeAssemblies} says 0x{interop.Checksum:X8}.")
                : $"{folder.ClrBin} has no native half of {InteropName}, though {folder.NativeAssemblies} lists it.",
            "The files are of different builds: build the firmware again from an empty folder.");
    }
}
