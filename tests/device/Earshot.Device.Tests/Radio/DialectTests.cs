using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Radio;

/// <summary>What the modems' lines mean.</summary>
[TestClass]
public class DialectTests
{
    [DataRow("OK", AtAnswerKind.Accepted)]
    [DataRow("OKAY", AtAnswerKind.None)]
    [DataRow("AT_BUSY_ERROR", AtAnswerKind.Busy)]
    [DataRow("AT_NO_NETWORK_JOINED", AtAnswerKind.NotJoined)]
    [DataRow("AT_PARAM_ERROR", AtAnswerKind.Refused)]
    [DataRow("+EVT:JOINED", AtAnswerKind.Joined)]
    [DataRow("+EVT:JOIN_FAILED_RX_TIMEOUT", AtAnswerKind.JoinFailed)]
    [DataRow("+EVT:TX_DONE", AtAnswerKind.Done)]
    [DataRow("+EVT:SEND_CONFIRMED_OK", AtAnswerKind.Acknowledged)]
    [DataRow("+EVT:SEND_CONFIRMED_FAILED(4)", AtAnswerKind.NotAcknowledged)]
    [DataRow("+EVT:TIMEREQ_OK", AtAnswerKind.TimeSet)]
    [DataRow("Current Work Mode: LoRaWAN.", AtAnswerKind.Restarted)]
    [DataRow("+EVT:RX_1:-70:8:UNICAST:0:1234", AtAnswerKind.None)]
    [DataRow("+EVT:RX_1:-70:8:UNICAST:1:123", AtAnswerKind.None)]
    [DataRow("+EVT:RX_1:-70:8:UNICAST:1:", AtAnswerKind.None)]
    [DataRow("Restricted_Wait_9999999999_ms", AtAnswerKind.None)]
    [DataRow("AT+LTIME=25h08m55s on 08/17/2026", AtAnswerKind.None)]
    [DataRow("AT+LTIME=15h08m55s on 02/30/2026", AtAnswerKind.None)]
    public void Rak3172Says(string line, int kind)
    {
        Assert.AreEqual(kind, (int)Parse(LoRaWanDialect.Rak3172, line).Kind);
    }

    [DataRow("+AT: OK", AtAnswerKind.Accepted)]
    [DataRow("+JOIN: Network joined", AtAnswerKind.Joined)]
    [DataRow("+JOIN: Join failed", AtAnswerKind.JoinFailed)]
    [DataRow("+CMSGHEX: ACK Received", AtAnswerKind.Acknowledged)]
    [DataRow("+MSGHEX: Done", AtAnswerKind.Done)]
    [DataRow("+MSGHEX: Please join network first", AtAnswerKind.NotJoined)]
    [DataRow("+MSGHEX: LoRaWAN modem is busy", AtAnswerKind.Busy)]
    [DataRow("+MSGHEX: Length error 51", AtAnswerKind.TooLong)]
    [DataRow("+ID: ERROR(-1)", AtAnswerKind.Refused)]
    [DataRow("+LOWPOWER: SLEEP", AtAnswerKind.Asleep)]
    [DataRow("+LOWPOWER: WAKEUP", AtAnswerKind.None)]
    [DataRow("+INFO: Input timeout", AtAnswerKind.None)]
    [DataRow("MSGHEX: Done", AtAnswerKind.None)]
    public void LoRaE5Says(string line, int kind)
    {
        Assert.AreEqual(kind, (int)Parse(LoRaWanDialect.LoRaE5, line).Kind);
    }

    [TestMethod]
    public void DownlinksAreRead()
    {
        AssertDownlink(Parse(LoRaWanDialect.Rak3172, "+EVT:RX_1:-70:8:UNICAST:10:cafe"));
        AssertDownlink(Parse(LoRaWanDialect.LoRaE5, "+CMSGHEX: PORT: 10; RX: \"CAFE\""));
    }

    [TestMethod]
    public void TheNumbersAreRead()
    {
        Assert.AreEqual(3343, Parse(LoRaWanDialect.Rak3172, "Restricted_Wait_3343_ms").Number);
        Assert.AreEqual(13469, Parse(LoRaWanDialect.LoRaE5, "+MSGHEX: No band in 13469ms").Number);
        AtAnswer link = Parse(LoRaWanDialect.Rak3172, "+EVT:LINKCHECK:0:15:2:-60:7");
        Assert.AreEqual(15, link.Number);
        Assert.AreEqual(2, link.Gateways);
    }

    [TestMethod]
    public void TheTimeIsRead()
    {
        // 2026-08-17 15:08:55 UTC.
        Assert.AreEqual(1786979335500L, Parse(LoRaWanDialect.Rak3172, "AT+LTIME=15h08m55s on 08/17/2026").Time);
        Assert.AreEqual(1786979335465L, Parse(LoRaWanDialect.LoRaE5, "+RTC: 2026-08-17 15:08:55.465").Time);
    }

    private static void AssertDownlink(AtAnswer answer)
    {
        Assert.AreEqual((int)AtAnswerKind.Received, (int)answer.Kind);
        Assert.AreEqual(10, answer.Received.Port);
        Assert.AreEqual(2, answer.Received.Length);
        Assert.AreEqual(0xCA, (int)answer.Received.Bytes[0]);
        Assert.AreEqual(0xFE, (int)answer.Received.Bytes[1]);
    }

    private static AtAnswer Parse(LoRaWanDialect dialect, string text)
    {
        AtLineReader reader = new AtLineReader();
        for (int index = 0; index < text.Length; index++)
        {
            reader.Add((byte)text[index]);
        }

        Assert.IsTrue(reader.Add((byte)'\n'));
        AtAnswer answer = new AtAnswer();
        dialect.Parse(reader.Line, answer);
        return answer;
    }
}
