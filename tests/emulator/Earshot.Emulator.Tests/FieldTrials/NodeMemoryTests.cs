using Earshot.FieldTrials.Memory;
using Xunit.Abstractions;

namespace Earshot.Emulator.Tests.FieldTrials;

/// <summary>The managed heap with a real model; tests/end-to-end/memory.sh prints the table with the firmware's half.</summary>
public sealed class NodeMemoryTests(ITestOutputHelper output)
{
    [Fact]
    public void TheManagedHeapIsWithinItsLimit()
    {
        var results = new[]
        {
            MemoryTrial.Run("ST_NUCLEO64_F411RE_NF", isDeployed: true, isBuiltIn: false, TimeSpan.FromMinutes(12)),
            MemoryTrial.Run("ST_B_L475E_IOT01A", isDeployed: true, isBuiltIn: true, TimeSpan.FromMinutes(12)),
        };
        foreach (var line in MemoryTable.Lines(results, []))
        {
            output.WriteLine(line);
        }

        Assert.All(results, result =>
        {
            Assert.True(result.IsAlive);
            Assert.InRange(result.Use.ManagedHeap.HighWater, 20_000, MemoryTrial.HeapLimit);
            Assert.Equal(0, result.Use.ManagedHeap.Failures);
            Assert.Equal(6336, result.Use.ArenaBytes);
            Assert.True(result.Findings.IsWhole);
        });
    }
}
