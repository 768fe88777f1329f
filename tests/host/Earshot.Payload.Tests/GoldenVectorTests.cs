using System.Text.Json;
using System.Text.Json.Nodes;
using Earshot.TestSupport;

namespace Earshot.Payload.Tests;

public sealed class GoldenVectorTests
{
    private static readonly string[] Results =
        ["applied", "wrong length", "unknown version", "unknown kind", "out of range", "not stored"];

    [Fact]
    public void UplinksMeanWhatTheFileSays()
    {
        foreach (var (bytes, vector) in GoldenVectors.Of("uplinks"))
        {
            var decoded = JsonSerializer.SerializeToNode(UplinkDecoder.Decode(bytes, GoldenVectors.Labels), UplinkDecoder.Json);
            GoldenVectors.AssertSame(vector["data"], decoded, Convert.ToHexString(bytes));
        }
    }

    [Fact]
    public void UplinksAreWrittenAsTheyWereRead()
    {
        foreach (var (bytes, _) in GoldenVectors.Of("uplinks"))
        {
            Assert.Equal(Convert.ToHexString(bytes), Convert.ToHexString(Messages.Rewrite(bytes)!));
        }
    }

    [Fact]
    public void TheBoardsTestsHaveTheSameBytes()
    {
        var source = File.ReadAllText(Path.Combine(
            RepositoryLayout.Root, "tests", "device", "Earshot.Device.Tests", "Payload", "GoldenVectors.cs"));
        string[] kinds = ["uplinks", "downlinks", "refusedDownlinks"];
        Assert.Equal(
            kinds.SelectMany(kind => GoldenVectors.Of(kind)).Select(pair => pair.Vector["hex"]!.GetValue<string>()),
            source.Split('"').Where((_, index) => index % 2 == 1));
    }

    [Fact]
    public void EveryKindIsThere() => Assert.Equal(
        ["classes", "event", "levels", "microphone", "settings", "status"],
        GoldenVectors.Of("uplinks").Select(pair => pair.Vector["data"]!["type"]!.GetValue<string>()).Distinct().Order());

    [Fact]
    public void DownlinksAreTheBytesThatTheFileSays()
    {
        foreach (var (bytes, vector) in GoldenVectors.Of("downlinks"))
        {
            var downlink = vector["data"].Deserialize<NodeDownlink>(UplinkDecoder.Json)!;
            Assert.Equal(Convert.ToHexString(bytes), Convert.ToHexString(downlink.Encode()));
            Assert.Equal(DownlinkResult.Applied, DownlinkPayload.Check(bytes, bytes.Length, out _));
        }
    }

    [Fact]
    public void BadDownlinksAreRefusedForTheReasonThatTheFileSays()
    {
        foreach (var (bytes, vector) in GoldenVectors.Of("refusedDownlinks"))
        {
            var result = DownlinkPayload.Check(bytes, bytes.Length, out var refused);
            Assert.Equal(
                (vector["hex"]!.ToString(), vector["result"]!.ToString(), (int)vector["refusedByte"]!),
                (vector["hex"]!.ToString(), Results[(int)result], refused));
        }
    }

    [Fact]
    public void NoBytesWhateverThrow()
    {
        var random = new Random(3);
        for (var round = 0; round < 20000; round++)
        {
            var bytes = new byte[random.Next(16)];
            random.NextBytes(bytes);
            if (bytes.Length > 0 && random.Next(2) == 0)
            {
                bytes[0] = (byte)(0x10 | (bytes[0] & 15));
            }

            if (DownlinkPayload.Check(bytes, bytes.Length, out var refused) != DownlinkResult.OutOfRange)
            {
                Assert.Equal(0, refused);
            }

            Assert.True(refused < Math.Max(1, bytes.Length));
            var decoded = UplinkDecoder.Decode(bytes);
            Assert.True(decoded is null || bytes.Length == PayloadHeader.PayloadLength);
        }
    }

    [Fact]
    public void ValuesOutOfRangeAreNamed()
    {
        NodeDownlink[] wrong =
        [
            new ThresholdsDownlink { Revision = 1, On = 1.1, Off = 0.5 },
            new ThresholdsDownlink { Revision = 1, On = 0.4, Off = 0.5 },
            new DetectionDownlink { Revision = 1, Longest = 61 },
            new ScheduleDownlink { Revision = 256 },
            new ScheduleDownlink { Revision = 1, Listen = 10, Every = 5 },
            new CommandDownlink { Revision = 1, Command = 0 },
        ];
        string[] texts = ["\"on\"", "byte 4", "\"longest\"", "\"revision\"", "byte 4", "byte 2"];
        Assert.Equal(texts, wrong.Select((downlink, index) =>
            Assert.Throws<ArgumentOutOfRangeException>(downlink.Encode).Message.Contains(texts[index], StringComparison.Ordinal)
                ? texts[index]
                : downlink.ToString()));
    }

    [Fact]
    public void CountsAreNearTheTruth()
    {
        for (var value = 0; value <= CompactNumber.Maximum; value += 1 + (value / 100))
        {
            var error = Math.Abs(CompactNumber.Decode(CompactNumber.Encode(value)) - value);
            Assert.True(value < 32 ? error == 0 : error * 32 <= value, $"{value} is off by {error}");
        }

        Assert.Equal(CompactNumber.Maximum, CompactNumber.Decode(CompactNumber.Encode(int.MaxValue)));
        Assert.Equal(0, CompactNumber.Encode(-1));
        Assert.All(Enumerable.Range(0, 256), code => Assert.Equal(code, CompactNumber.Encode(CompactNumber.Decode(code))));
    }

    [Fact]
    public void ValuesThatDoNotFitAreNotWritten()
    {
        var buffer = new byte[PayloadHeader.PayloadLength];
        Assert.Throws<ArgumentOutOfRangeException>(() => new LevelsMessage { Minutes = 0 }.Write(buffer, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LevelsMessage { Minutes = 1, Average = 256 }.Write(buffer, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClassesMessage { Minutes = 1, Start = 1 << 24 }.Write(buffer, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StatusMessage { ResetCause = 8 }.Write(buffer, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MicrophoneMessage { Offset = 32768 }.Write(buffer, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MicrophoneMessage { ToneRatio = -129 }.Write(buffer, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SettingsMessage { Sequence = 65536 }.Write(buffer, 0));
    }
}
