using System.Text;
using Earshot.Payload;

namespace Earshot.Emulator.Tests;

public sealed class PayloadTests
{
    // docs/payload.md works through this one.
    private const string Golden = "110102031E0AD4F2C01E7B";

    [Fact]
    public void BytesAreAsSpecified()
    {
        var message = new EventMessage
        {
            Sequence = 0x0102,
            Label = 3,
            Confidence = 30,
            ClockIsSet = true,
            Start = 0x0AD4F2C0,
            Duration = 30,
            Level = 123,
        };
        var bytes = new byte[EventPayload.Length];
        EventPayload.Write(message, bytes, 0);
        Assert.Equal(Golden, Convert.ToHexString(bytes));
        Assert.Equal(
            $"E1 {Golden} BE6B # dog",
            SerialFrame.Write(SerialFrame.EventKind, bytes, bytes.Length, "dog"));
    }

    [Fact]
    public void EveryValueSurvives()
    {
        var random = new Random(1);
        for (var round = 0; round < 1000; round++)
        {
            var bytes = new byte[EventPayload.Length];
            random.NextBytes(bytes);
            bytes[0] = (byte)(0x10 | (bytes[0] & 1));
            var written = new byte[EventPayload.Length];
            EventPayload.Write(EventPayload.Read(bytes, 0, bytes.Length), written, 0);
            Assert.Equal(bytes, written);
        }
    }

    [Theory]
    [InlineData("110102031E0AD4F2C01E")]
    [InlineData("110102031E0AD4F2C01E7B00")]
    [InlineData("210102031E0AD4F2C01E7B")]
    [InlineData("130102031E0AD4F2C01E7B")]
    public void OtherLengthsVersionsAndFlagsAreNotRead(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        Assert.Null(EventPayload.Read(bytes, 0, bytes.Length));
    }

    [Fact]
    public void ValuesOutOfRangeAreNotWritten()
    {
        var bytes = new byte[EventPayload.Length];
        Assert.Throws<ArgumentOutOfRangeException>(() => EventPayload.Write(new EventMessage { Sequence = 65536 }, bytes, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EventPayload.Write(new EventMessage { Start = 1L << 32 }, bytes, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EventPayload.Write(new EventMessage { Duration = -1 }, bytes, 0));
    }

    [Fact]
    public void TheChecksumIsCrc16CcittFalse() =>
        Assert.Equal(0x29B1, Crc16.Compute(Encoding.ASCII.GetBytes("123456789"), 0, 9));

    [Fact]
    public void LinesAreReadHoweverTheyAreCut()
    {
        var receiver = new SerialReceiver(new DateTime(2025, 6, 1, 0, 0, 0, DateTimeKind.Utc));
        var text = Encoding.UTF8.GetBytes(
            SerialFrame.Write(SerialFrame.LabelKind, [3, (byte)'d', (byte)'o', (byte)'g'], 4, "3 dog") + "\r\n"
            + SerialFrame.Write(SerialFrame.EventKind, Convert.FromHexString(Golden), EventPayload.Length, "a # note") + "\r\n");
        for (var index = 0; index < text.Length; index++)
        {
            receiver.Receive(text.AsSpan(index, 1), TimeSpan.FromSeconds(7));
        }

        var heard = Assert.Single(receiver.Events);
        Assert.Equal("dog", heard.Label);
        Assert.Equal(new DateTime(2024, 1, 1).AddSeconds(0x0AD4F2C0 / 4.0) - new DateTime(2025, 6, 1), heard.Start);
        Assert.Equal(TimeSpan.FromSeconds(7.5), heard.Duration);
        Assert.Equal(61.5, heard.Level);
        Assert.Equal(0, receiver.RejectedLines);
    }

    [Fact]
    public void AFlippedBitIsNoticed()
    {
        var line = SerialFrame.Write(SerialFrame.EventKind, Convert.FromHexString(Golden), EventPayload.Length, "");
        Assert.NotNull(SerialFrame.Read(line, SerialFrame.EventKind));
        for (var index = 3; index < 3 + 22; index++)
        {
            var changed = line.ToCharArray();
            changed[index] = changed[index] == '5' ? '4' : '5';
            Assert.Null(SerialFrame.Read(new string(changed), SerialFrame.EventKind));
        }

        Assert.Null(SerialFrame.Read("", SerialFrame.EventKind));
        Assert.Null(SerialFrame.Read("E1 123 0000", SerialFrame.EventKind));
        Assert.Null(SerialFrame.Read("E1 1G 0000", SerialFrame.EventKind));
    }

    [Fact]
    public void TheLabelOfASoundIsTheOneThatCoversItBest()
    {
        var played = new PlayedSound("a.wav", "rain", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15));
        ReceivedEvent[] events =
        [
            Event(0, "rain", 9, 2, 0.9),
            Event(1, "sea", 11, 3, 0.4),
            Event(2, "unknown", 14, 1, 0),
            Event(3, "rain", 14, 5, 0.5),
            Event(4, "dog", 30, 5, 1),
        ];
        var matched = Assert.Single(EventMatcher.Match([played], events));
        Assert.Equal("rain", matched.Label);
        Assert.Equal((0.9 + 0.5) / 2, matched.Confidence, 6);
        Assert.Equal([0, 1, 2, 3], matched.Events.Select(heard => heard.Sequence));
        Assert.True(matched.IsRight);
        Assert.Null(EventMatcher.Match([played with { Start = TimeSpan.FromSeconds(50), End = TimeSpan.FromSeconds(60) }], events)[0].Label);
        Assert.Equal("unknown", EventMatcher.Match([played], [events[2]])[0].Label);
    }

    private static ReceivedEvent Event(int sequence, string label, double start, double duration, double confidence) => new()
    {
        Sequence = sequence,
        Label = label,
        Confidence = confidence,
        Start = TimeSpan.FromSeconds(start),
        Duration = TimeSpan.FromSeconds(duration),
        Level = 60,
        Received = TimeSpan.FromSeconds(start + duration),
    };
}
