using System.Diagnostics;
using Acornima;
using Earshot.TestSupport;

namespace Earshot.Payload.Tests;

public sealed class JavaScriptCodecTests
{
    private const int LargestCodec = 40_000;

    private static readonly string Codec = Path.Combine(GoldenVectors.Folder, "earshot-codec.js");

    [Fact]
    public void ItIsEcmaScript5() =>
        new Parser(new ParserOptions { EcmaVersion = EcmaVersion.ES5 }).ParseScript(File.ReadAllText(Codec));

    [Fact]
    public void TheNetworkServersTakeItsSize() => Assert.InRange(new FileInfo(Codec).Length, 1, LargestCodec);

    [Fact]
    public async Task ItAgreesWithTheGoldenVectorsInNode()
    {
        var script = Path.Combine(RepositoryLayout.Root, "tests", "host", "Earshot.Payload.Tests", "codec.js");
        using var node = Process.Start(new ProcessStartInfo("node", [script, Codec, Path.Combine(GoldenVectors.Folder, "golden-vectors.json")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, output + await errors);
        var vectors = GoldenVectors.Of("uplinks").Count() + GoldenVectors.Of("downlinks").Count() + GoldenVectors.Of("refusedDownlinks").Count();
        Assert.Contains($"{vectors} vectors", output, StringComparison.Ordinal);
    }
}
