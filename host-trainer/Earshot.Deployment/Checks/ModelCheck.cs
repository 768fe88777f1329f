using System.Buffers.Binary;
using Earshot.Deployment.Firmware;
using Earshot.Emulator.Boards;
using Earshot.Native;

namespace Earshot.Deployment.Checks;

/// <summary>Checks a model pack with the C module that the firmware has, and that it fits its place and the board's RAM.</summary>
internal static class ModelCheck
{
    private const string Subject = "model";
    private const int SizeOffset = 12;
    private const int ArenaStep = 1024;

    /// <summary>Checks a pack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="board">The board.</param>
    /// <param name="firmware">What the firmware offers, or null when none is given.</param>
    /// <param name="list">Where findings go.</param>
    public static void Run(byte[] pack, string origin, BoardDescription board, FirmwareFindings? firmware, Checklist list)
    {
        using var model = list.Try(Subject, () => Model.Open(pack, origin));
        if (model is null)
        {
            return;
        }

        list.Good(Subject, $"{model.Name} with {model.Classes.Count} classes, accepted by the C module");
        var stated = BinaryPrimitives.ReadUInt32LittleEndian(pack.AsSpan(SizeOffset));
        if (stated != pack.Length)
        {
            list.Fail(
                Subject,
                FormattableString.Invariant($"{origin}: the file has {pack.Length:N0} bytes and its header says {stated:N0}."),
                "Pack the model again.");
        }

        var place = board.ModelPlace;
        list.Expect(
            pack.Length <= place.Bytes,
            Subject,
            FormattableString.Invariant($"it takes {pack.Length:N0} of {place.Bytes:N0} bytes from 0x{place.Address:X8}"),
            FormattableString.Invariant($"{origin}: the pack is {pack.Length - place.Bytes:N0} bytes too large for its place on {board.Target}."),
            "Choose a smaller model; 'earshot models' lists what each costs.");
        var ram = board.Memory.ArenaBytes;
        var measured = board.Memory.ManagedHeapBytes is null ? " at most, not measured" : "";
        list.Expect(
            model.ArenaBytes <= ram,
            Subject,
            FormattableString.Invariant($"its arena takes {model.ArenaBytes:N0} of {ram:N0} bytes of RAM{measured}"),
            FormattableString.Invariant($"{origin}: its arena is {model.ArenaBytes - ram:N0} bytes too large for {board.Target}."),
            "Choose a smaller model, or pack it with --arena Size.");
        if (model.ArenaBytes <= ram)
        {
            Firmware(model, pack.Length, origin, firmware, list);
        }
    }

    /// <summary>What the firmware's loader would refuse at the start, NativeStatus.Memory and NativeStatus.Ring.</summary>
    private static void Firmware(Model model, long packBytes, string origin, FirmwareFindings? firmware, Checklist list)
    {
        if (firmware?.Limits is not { } limits)
        {
            list.Warn(
                Subject,
                firmware is null
                    ? FormattableString.Invariant($"the model needs an arena of {model.ArenaBytes:N0} bytes, and the firmware that the board has is not known.")
                    : FormattableString.Invariant($"the model needs an arena of {model.ArenaBytes:N0} bytes, and the firmware does not say how much it has."),
                firmware is null
                    ? "Give the build folder of its firmware with --firmware DIR --keep-firmware."
                    : "Build the firmware anew with this Earshot, or compare with the EARSHOT_ARENA_BYTES that it was built with.");
            return;
        }

        list.Expect(
            model.ArenaBytes <= limits.ArenaBytes,
            Subject,
            FormattableString.Invariant($"its arena takes {model.ArenaBytes:N0} of the firmware's {limits.ArenaBytes:N0} bytes"),
            FormattableString.Invariant($"{origin}: its arena is {model.ArenaBytes - limits.ArenaBytes:N0} bytes too large for the firmware, which was built with EARSHOT_ARENA_BYTES={limits.ArenaBytes}; the board would refuse the model."),
            FormattableString.Invariant($"Build the firmware with -DEARSHOT_ARENA_BYTES={RoundUp(model.ArenaBytes)}, choose a smaller model, or pack it with --arena Size."));
        if (packBytes > limits.PackBytes)
        {
            list.Fail(
                Subject,
                FormattableString.Invariant($"{origin}: the pack is {packBytes - limits.PackBytes:N0} bytes too large for the firmware, which was built with EARSHOT_PACK_BYTES={limits.PackBytes}."),
                "Choose a smaller model, or build the firmware with a larger EARSHOT_PACK_BYTES where the board has room for it.");
        }

        var needed = model.HopSamples + limits.BlockSamples;
        list.Expect(
            needed <= limits.RingSamples,
            Subject,
            FormattableString.Invariant($"a hop takes {model.HopSamples:N0} of the {limits.RingSamples:N0} samples of the microphone's ring"),
            FormattableString.Invariant($"{origin}: a hop of {model.HopSamples:N0} samples and the block after it are {needed - limits.RingSamples:N0} samples too many for the microphone's ring, EARSHOT_RING_SAMPLES={limits.RingSamples}."),
            FormattableString.Invariant($"Build the firmware with -DEARSHOT_RING_SAMPLES={System.Numerics.BitOperations.RoundUpToPowerOf2((uint)needed)}, or train the model with a shorter hop."));
    }

    private static long RoundUp(long bytes) => (bytes + ArenaStep - 1) / ArenaStep * ArenaStep;
}
