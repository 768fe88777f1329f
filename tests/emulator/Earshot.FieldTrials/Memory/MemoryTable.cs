using Earshot.Emulator.Boards;
using Spectre.Console;

namespace Earshot.FieldTrials.Memory;

/// <summary>Shows what memory nodes took.</summary>
public static class MemoryTable
{
    private const int Shown = 40;
    private const string Unknown = "-";
    private static readonly string[] Headings =
        ["managed heap", "assemblies", " stack", "native RAM", " arena", " ring", "stack", "native code", "pack in firmware"];

    /// <summary>The rows as text, with a heading and the limits.</summary>
    /// <param name="results">What the emulated boards took.</param>
    /// <param name="native">What the firmware takes, as far as it is known.</param>
    public static IEnumerable<string> Lines(IEnumerable<MemoryResult> results, IReadOnlyList<NativeMemory> native)
    {
        yield return Line(["board", "pack", .. Headings]);
        yield return Line("limit", "", Bytes(MemoryTrial.HeapLimit), "", "", Bytes(NativeMemory.RamLimit), "", "", "", Bytes(NativeMemory.CodeLimit), "");
        foreach (var result in results)
        {
            var heap = result.Use.ManagedHeap;
            var firmware = Of(result, native);
            yield return Line(
                result.Board,
                result.Place,
                Bytes(heap.HighWater),
                Bytes(heap.AssemblyBytes),
                Bytes(heap.DeepestStack),
                Bytes(firmware?.Ram),
                Bytes(firmware?.Arena),
                Bytes(firmware?.Ring),
                Bytes(firmware?.Stack),
                Bytes(firmware?.Code),
                Bytes(firmware?.Pack));
        }
    }

    /// <summary>Writes them; returns whether every node is alive and within the limits.</summary>
    public static bool Write(IAnsiConsole console, IReadOnlyList<MemoryResult> results, IReadOnlyList<NativeMemory> native)
    {
        // A table is not to be wrapped where nobody looks at a terminal.
        console.Profile.Width = Math.Max(console.Profile.Width, 160);
        foreach (var line in Lines(results, native))
        {
            console.WriteLine(line);
        }

        foreach (var result in results)
        {
            console.WriteLine($"  {result.Board}, {result.Place}: {string.Join(", ", result.Kinds)}{(result.IsAlive ? "" : "; the app has DIED")}");
            foreach (var line in result.BeforeRestart)
            {
                console.WriteLine("    " + line);
            }
        }

        foreach (var share in results.Count == 0 ? [] : results[0].Shares.Take(Shown))
        {
            console.WriteLine(FormattableString.Invariant($"  {share.Bytes,8:N0} bytes  {share.Count,5}  {share.Type}"));
        }

        return results.All(result => result.IsAlive && result.Use.ManagedHeap.HighWater <= MemoryTrial.HeapLimit
            && (native.Count == 0 || Of(result, native) is { IsWithinLimits: true }));
    }

    private static NativeMemory? Of(MemoryResult result, IReadOnlyList<NativeMemory> native) => native.FirstOrDefault(firmware =>
        firmware.Place == result.Place && BoardCatalog.Find(result.Board).Mcu.Contains(firmware.Chip, StringComparison.Ordinal));

    private static string Line(params string[] cells) =>
        $"  {cells[0],-22}  {cells[1],-8}" + string.Concat(cells.Skip(2).Select((cell, index) => "  " + cell.PadLeft(Headings[index].Length)));

    private static string Bytes(long? bytes) => bytes is { } number ? FormattableString.Invariant($"{number:N0}") : Unknown;
}
