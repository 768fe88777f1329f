using Earshot.Emulator.Boards;
using Earshot.Emulator.Classification;
using Earshot.Emulator.Sound;
using Earshot.Packing.Format;
using Earshot.Packing.Inspection;
using Earshot.Payload;

namespace Earshot.Emulator.Tests;

/// <summary>The node with the C module and a real pack: sound, features, scores, events, radio.</summary>
public sealed class CModuleTests
{
    [Fact]
    public void TonesAreHeardOneAfterAnother()
    {
        var playlist = new Playlist(
            TonePack.SampleRate,
            [.. new[] { 0, 2, 1, 0, 1, 2 }.Select(tone => TonePack.Clip(tone, 3))],
            lead: TimeSpan.FromSeconds(0.5));
        using var node = Node(playlist, TonePack.Bytes);
        var result = node.Run(playlist.EndTime + TimeSpan.FromSeconds(3));
        var matched = EventMatcher.Match(playlist.Played, result.Events);
        Assert.All(matched, sound => Assert.True(sound.IsRight, $"{sound.Played.Name} was called {sound.Label}"));
        Assert.All(matched, sound => Assert.InRange(sound.Confidence, 0.6, 1));
        Assert.Equal(6, result.Events.Count);
        // 1500 Hz is 0.9 dB up on the A curve, 400 Hz 4.8 dB down; the node takes full scale for 120 dB. Half a window of
        // the next tone still counts with the one before.
        Assert.Equal(100.9, result.Events[2].Level, 1.5);
        Assert.Equal(95.2, result.Events[0].Level, 1.5);
        Assert.Equal(TimeSpan.Zero, result.LostSound);
    }

    [Fact]
    public void TheFirmwareRejectsADamagedPack()
    {
        foreach (var damage in new Func<byte[], byte[]>[] { Flip, pack => pack[..^16], _ => [1, 2, 3], pack => [.. pack, .. new byte[16]] })
        {
            using var node = Node(new Silence(TonePack.SampleRate), damage([.. TonePack.Bytes]));
            var result = node.Run(TimeSpan.FromSeconds(1));
            Assert.Contains(result.Console, line => line.StartsWith("Earshot.Node: The model pack is rejected with status -", StringComparison.Ordinal));
            Assert.Contains(result.Trace, line => line.Contains("firmware: model rejected: ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void WorkIsCountedAsThePackerCountsIt()
    {
        var inspection = ModelInspection.Of(PackReader.Parse(TonePack.Bytes, "tones"));
        Assert.Equal(3 * 32 * 30, inspection.Macs);
        using var engine = CModuleEngine.Open(TonePack.Bytes);
        Assert.Equal(inspection.Macs, engine.Model.MultiplyAccumulates);
    }

    private static byte[] Flip(byte[] pack)
    {
        pack[^20] ^= 4;
        return pack;
    }

    private static NodeEmulation Node(ISoundSource sound, byte[] model) => new(new NodeEmulationSettings
    {
        Board = BoardCatalog.Find("ST_NUCLEO144_F746ZG"),
        Sound = sound,
        DeployedModel = model,
    });
}
