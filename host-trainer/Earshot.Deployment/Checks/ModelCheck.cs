using System.Buffers.Binary;
using Earshot.Emulator.Boards;
using Earshot.Native;

namespace Earshot.Deployment.Checks;

/// <summary>Checks a model pack with the C module that the firmware has, and that it fits its place and the board's RAM.</summary>
internal static class ModelCheck
{
    private const string Subject = "model";
    private const int SizeOffset = 12;

    /// <summary>Checks a pack.</summary>
    public static void Run(byte[] pack, string origin, BoardDescription board, Checklist list)
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
    }
}
