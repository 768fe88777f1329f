using Earshot.Emulator.Radio;

namespace Earshot.Emulator.Tests.Radio;

/// <summary>The frames on the air against published vectors.</summary>
public sealed class FrameTests
{
    // RFC 4493 §4.
    [Theory]
    [InlineData("", "BB1D6929E95937287FA37D129B756746")]
    [InlineData("6BC1BEE22E409F96E93D7E117393172A", "070A16B46B4D4144F79BDD9DD04A287C")]
    [InlineData("6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E5130C81C46A35CE411", "DFA66747DE9AE63030CA32611497C827")]
    [InlineData(
        "6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E5130C81C46A35CE411E5FBC1191A0A52EFF69F2445DF4F9B17AD2B417BE66C3710",
        "51F0BEBF7E3B9D92FC49741779363CFE")]
    public void TheCodeIsRfc4493(string message, string code) => Assert.Equal(
        code,
        Convert.ToHexString(AesCmac.Compute(Convert.FromHexString("2B7E151628AED2A6ABF7158809CF4F3C"), Convert.FromHexString(message))));

    // github.com/anthonykirby/lora-packet, README: an uplink of The Things Network with its keys.
    [Fact]
    public void APublishedUplinkIsRead()
    {
        var keys = new SessionKeys(Convert.FromHexString("44024241ED4CE9A68C6A8BC055233FD3"), Convert.FromHexString("EC925802AE430CA77FD3DD73CB2CC588"));
        var bytes = Convert.FromHexString("40F17DBE4900020001954378762B11FF0D");
        var frame = Assert.IsType<DataFrame>(DataFrame.TryRead(keys, bytes, isUplink: true, next: 0));
        Assert.Equal((0x49BE7DF1u, 2u, 1, "74657374"), (frame.DevAddr, frame.Counter, frame.Port, Convert.ToHexString(frame.Payload)));
        Assert.Equal(bytes, frame.Write(keys));
        Assert.Equal(0x49BE7DF1u, DataFrame.AddressOf(bytes, isUplink: true));
    }

    [Fact]
    public void AnyFlippedBitIsNoticed()
    {
        var keys = new SessionKeys(new byte[16], new byte[16]);
        var bytes = new DataFrame { IsUplink = true, DevAddr = 1, Counter = 70000, Port = 2, Payload = [1, 2, 3], Options = [2] }.Write(keys);
        Assert.Equal(70000u, DataFrame.TryRead(keys, bytes, isUplink: true, next: 69000)!.Counter);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(DataFrame.TryRead(keys, bytes, isUplink: true, next: 69000));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Null(DataFrame.TryRead(keys, bytes, isUplink: true, next: 70001));
        Assert.Null(DataFrame.TryRead(keys, bytes, isUplink: false, next: 69000));
        Assert.Null(DataFrame.TryRead(new SessionKeys([.. new byte[15], 1], new byte[16]), bytes, isUplink: true, next: 69000));
    }

    [Fact]
    public void DownlinksAreReadToo()
    {
        var keys = new SessionKeys([.. new byte[15], 1], [.. new byte[15], 2]);
        foreach (var length in new[] { 0, 1, 15, 16, 17, 242 })
        {
            var sent = new DataFrame
            {
                IsUplink = false,
                IsConfirmed = true,
                DevAddr = 0x26000001,
                Counter = 3,
                Acknowledges = true,
                HasMore = true,
                Options = [13, 1, 2, 3, 4, 5],
                Port = 223,
                Payload = [.. Enumerable.Range(0, length).Select(value => (byte)value)],
            };
            var read = DataFrame.TryRead(keys, sent.Write(keys), isUplink: false, next: 0)!;
            Assert.Equal(sent.Payload, read.Payload);
            Assert.Equal(sent.Options, read.Options);
            Assert.True(read.Acknowledges && read.HasMore && read.IsConfirmed);
        }
    }

    [Fact]
    public void BothSidesDeriveTheSameSession()
    {
        byte[] key = [.. Enumerable.Range(0, 16).Select(value => (byte)value)];
        var accept = new JoinAccept(0xABCDEF, 0x13, 0x26000001, 1, [867_100_000, 867_300_000]);
        var read = Assert.IsType<JoinAccept>(JoinAccept.TryRead(key, accept.Write(key)));
        Assert.Equal(accept with { Channels = [] }, read with { Channels = [] });
        Assert.Equal(accept.Channels, read.Channels);
        Assert.Null(JoinAccept.TryRead([.. new byte[16]], accept.Write(key)));
        var request = new JoinRequest(0x70B3D57ED0000001, 0x70B3D57ED0001234, 7);
        var bytes = request.Write(key);
        Assert.True(JoinRequest.TryRead(bytes, out var again));
        Assert.Equal(request, again);
        Assert.True(FrameBytes.IsSigned(key, bytes));
        Assert.False(FrameBytes.IsSigned(new byte[16], bytes));
    }

    [Fact]
    public void GpsTimeIsAheadOfUtc()
    {
        // gps.gov: GPS second 1 261 872 018 is 2020-01-01 00:00:00 UTC.
        var utc = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var answer = MacCommands.DeviceTimeAnswer(utc.AddMilliseconds(500));
        Assert.Equal(1_261_872_018u, BitConverter.ToUInt32(answer, 1));
        Assert.Equal(utc.AddMilliseconds(500), MacCommands.ReadDeviceTime(answer.AsSpan(1)));
    }
}
