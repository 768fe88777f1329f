using System.Text;
using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Tests;

public sealed class SerialTests
{
    [Fact]
    public void BytesTakeTheirTimeOnTheLine()
    {
        var recorder = new UartRecorder();
        ScenarioRun.Of("serial-timeout", wire: board => board.Uarts["COM6"].Connect(recorder)).Dispose();
        // 100 bytes of 10 bits at 9600 baud do not fit into the 5 ms that the app allows, and closing the port ends the transfer.
        Assert.Empty(recorder.Transfers);
        Assert.Equal(["write", "read"], ScenarioRun.Reports("serial-timeout"));
    }

    [Fact]
    public void APartnerIsHeardAndAnswers()
    {
        var partner = new Echo();
        Assert.Equal(["HELLO", "1 waits", "1 33"], ScenarioRun.Reports("serial-echo", board => board.Uarts["COM6"].Connect(partner)));
        // Six bytes of 10 bits at 9600 baud, and a little more than a millisecond in which the packages start.
        Assert.InRange(partner.Heard, 7_250_000, 8_250_000);
    }

    [Fact]
    public void DataReceivedIsRaised() => Assert.Equal(
        ["1 ASK!", "True"],
        ScenarioRun.Reports("serial-event", board => board.Uarts["COM6"].Connect(new Echo())));

    private sealed class Echo : IUartPartner
    {
        private Uart? _uart;

        public long Heard { get; private set; }

        public void Connect(Uart uart) => _uart = uart;

        public void Receive(long time, ReadOnlySpan<byte> bytes)
        {
            Heard = time;
            var answer = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(bytes).ToUpperInvariant() + "!");
            _uart!.SendToBoard(answer);
            Assert.True(_uart.DurationOf(answer.Length) > VirtualTime.Millisecond);
        }
    }
}
