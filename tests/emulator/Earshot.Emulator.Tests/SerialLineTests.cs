using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Tests;

public sealed class SerialLineTests
{
    [Fact]
    public void TheEventComesAtTheThreshold() => Assert.Equal(
        ["event at 6", "event at 6", "ask123"],
        ScenarioRun.Reports("package serial-threshold", Wire(bytes => [.. bytes, .. "123"u8])));

    [Fact]
    public void TheStreamIsThePort() => Assert.Equal(
        ["3 67", "False", "lines"],
        ScenarioRun.Reports("package serial-stream", Wire(bytes => bytes)));

    [Fact]
    public void TheChipsFramesAreKnown() => Assert.Equal(
        ["no 8 bits and parity", "7 bits and parity", "no 7 bits", "no COM3", "COM1COM6"],
        ScenarioRun.Reports("package serial-frames"));

    [Fact]
    public void NoiseIsTheSameInEveryRun()
    {
        var first = Disturbed(seed: 1);
        Assert.Equal(first, Disturbed(seed: 1));
        Assert.NotEqual(first, Disturbed(seed: 2));
        // 200 bytes of which one in ten is lost.
        Assert.InRange(first.Length, 160, 195);
        Assert.Contains(first, value => value is < (byte)'0' or > (byte)'9');
    }

    [Fact]
    public void AnotherBaudRateIsGarbage()
    {
        var recorder = new UartRecorder();
        ScenarioRun.Of("package serial-noise", wire: board =>
        {
            board.Uarts["COM6"].PartnerBaudRate = 115200;
            board.Uarts["COM6"].Connect(recorder);
        }).Dispose();
        Assert.DoesNotContain(recorder.Transfers, transfer => transfer.Bytes.SequenceEqual("0123456789"u8.ToArray()));
    }

    [Fact]
    public void TheTraceSaysWhichBytesTheLineHasChanged()
    {
        using var run = ScenarioRun.Of("package serial-noise", wire: board =>
        {
            board.Uarts["COM6"].Connect(new UartRecorder());
            board.Uarts["COM6"].Noise = new UartNoise(1) { ChangedBytes = 0.5 };
        });
        var changed = run.Board.Trace.Lines.Where(line => line.Contains("COM6: sent", StringComparison.Ordinal))
            .Select(line => line.Split(" (changed on the line: byte ")).Where(parts => parts.Length == 2).Sum(parts => parts[1].Split(',').Length);
        Assert.InRange(changed, 60, 140);
        Assert.Equal(changed, run.Board.Uarts["COM6"].DisturbedBytes);
    }

    private static byte[] Disturbed(int seed)
    {
        var recorder = new UartRecorder();
        ScenarioRun.Of("package serial-noise", wire: board =>
        {
            board.Uarts["COM6"].Noise = new UartNoise(seed) { LostBytes = 0.1, FlippedBits = 0.01 };
            board.Uarts["COM6"].Connect(recorder);
        }).Dispose();
        return [.. recorder.Transfers.SelectMany(transfer => transfer.Bytes)];
    }

    private static Action<EmulatedBoard> Wire(Func<byte[], byte[]> answer) => board => board.Uarts["COM6"].Connect(new Answering(answer));

    private sealed class Answering(Func<byte[], byte[]> answer) : IUartPartner
    {
        private Uart? _uart;

        public void Connect(Uart uart) => _uart = uart;

        public void Receive(long time, ReadOnlySpan<byte> bytes) => _uart!.SendToBoard(answer(bytes.ToArray()));
    }
}
