using System.Security.Cryptography;
using System.Text.Json;
using Earshot.Cli.Commands;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Classification;
using Earshot.Native;

namespace Earshot.Cli.Emulation;

/// <summary>What the C module costs with one pack on one core, as <c>earshot bench</c> measured it.</summary>
internal static class MeasuredCost
{
    private const string Remedy = "Write it with 'earshot bench MODEL --board BOARD --json FILE' for the same model and board.";

    /// <summary>
    /// Takes the cost from the bench's result: the kernels that the board's firmware has, the high number of cycles, the network's
    /// part at its decisions.
    /// </summary>
    /// <param name="path">JSON that the bench wrote.</param>
    /// <param name="packPath">The pack that is to run.</param>
    /// <param name="board">The board.</param>
    /// <exception cref="InputException">The file cannot be read, or has no row for this pack on the board's core.</exception>
    public static NativeCost Read(string path, string packPath, BoardDescription board)
    {
        var pack = File.ReadAllBytes(packPath);
        var core = BenchTargetOptions.OfBoard(board);
        var kernels = core.HasDsp ? "armv7em" : "reference";
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllText(path));
            var hash = Convert.ToHexString(SHA256.HashData(pack));
            foreach (var row in file.RootElement.GetProperty("rows").EnumerateArray())
            {
                if (row.GetProperty("pack_sha256").GetString() == hash
                    && row.GetProperty("core").GetString() == core.Name && row.GetProperty("kernels").GetString() == kernels)
                {
                    return Of(row, pack, packPath);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, $"it is not what the bench writes ({exception.Message}).", Remedy, exception);
        }

        throw new InputException(path, $"it has no row of {packPath} with {kernels} kernels on {core.Name}.", Remedy);
    }

    private static NativeCost Of(JsonElement row, byte[] pack, string packPath)
    {
        using var model = Model.Open(pack, packPath);
        using var engine = CModuleEngine.Open(pack);
        var hops = row.GetProperty("counted_for").GetString() == "hop" ? model.DecisionHop : 1;
        return new NativeCost
        {
            ClocksPerHop = row.GetProperty("front_end").GetProperty("cycles_high").GetDouble(),
            ClocksPerMultiplyAccumulate = row.GetProperty("cycles_high").GetDouble() * hops / engine.Model.MultiplyAccumulates,
            StackBytes = row.TryGetProperty("stack_bytes", out var stack) ? stack.GetInt64() : null,
        };
    }
}
