using Spectre.Console;

namespace Earshot.FieldTrials.Memory;

/// <summary>Shows what memory nodes took.</summary>
public static class MemoryTable
{
    private const int Shown = 40;

    /// <summary>The rows as text, with a heading.</summary>
    public static IEnumerable<string> Lines(IEnumerable<MemoryResult> results)
    {
        yield return "  board                  pack      managed heap  assemblies  deepest stack  arena";
        foreach (var result in results)
        {
            var heap = result.Use.ManagedHeap;
            yield return FormattableString.Invariant(
                $"  {result.Board,-22} {result.Place,-9} {heap.HighWater,12:N0} {heap.AssemblyBytes,11:N0} {heap.DeepestStack,14:N0} {result.Use.ArenaBytes,6:N0}");
        }
    }

    /// <summary>Writes them; returns whether every node is alive and within the limit.</summary>
    public static bool Write(IAnsiConsole console, IReadOnlyList<MemoryResult> results)
    {
        foreach (var line in Lines(results))
        {
            console.WriteLine(line);
        }

        foreach (var result in results)
        {
            console.WriteLine($"  {result.Board}, {result.Place}: {string.Join(", ", result.Kinds)}{(result.IsAlive ? "" : "; the app has DIED")}");
        }

        foreach (var share in results.Count == 0 ? [] : results[0].Shares.Take(Shown))
        {
            console.WriteLine(FormattableString.Invariant($"  {share.Bytes,8:N0} bytes  {share.Count,5}  {share.Type}"));
        }

        return results.All(result => result.IsAlive && result.Use.ManagedHeap.HighWater <= MemoryTrial.HeapLimit);
    }
}
