using System;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Radio;

/// <summary>The modem's driver with answers from the test.</summary>
[TestClass]
public class LoRaWanModemTests
{
    private const string AppKey = "2B7E151628AED2A6ABF7158809CF4F3C";

    private static readonly byte[] s_payload = { 1, 2, 3 };

    [TestMethod]
    public void AnAcknowledgedUplinkIsAcknowledged()
    {
        AnsweringPort port = new AnsweringPort();
        LoRaWanModem modem = Modem(port);
        Assert.AreEqual((int)SendResult.Acknowledged, (int)modem.Send(s_payload, 3, true));
        Assert.IsTrue(modem.IsJoined);
        Assert.AreEqual(242, modem.MaximumLength);
        Assert.IsTrue(port.Written.IndexOf("AT+SEND=2:010203\n") > 0);
    }

    [DataRow("+EVT:SEND_CONFIRMED_FAILED(4)\r\n", SendResult.NotAcknowledged)]
    [DataRow("AT_NO_NETWORK_JOINED\r\n", SendResult.NotJoined)]
    [DataRow("Restricted_Wait_5000_ms\r\nAT_BUSY_ERROR\r\n", SendResult.Busy)]
    [DataRow("AT_PARAM_ERROR\r\n", SendResult.Failed)]
    [DataRow("Current Work Mode: LoRaWAN.\r\n", SendResult.Failed)]
    [DataRow("", SendResult.Failed)]
    public void AnUplinkFails(string fate, int result)
    {
        AnsweringPort port = new AnsweringPort();
        port.Fate = fate;
        Assert.AreEqual(result, (int)Modem(port).Send(s_payload, 3, true));
    }

    [TestMethod]
    public void ARestrictionIsWaitedFor()
    {
        AnsweringPort port = new AnsweringPort();
        port.Fate = "Restricted_Wait_5000_ms\r\nAT_BUSY_ERROR\r\n";
        LoRaWanModem modem = Modem(port);
        modem.Send(s_payload, 3, true);
        Assert.IsTrue(modem.RetryAfter > 0 && modem.RetryAfter <= 5001);
        Assert.AreEqual((int)SendResult.Busy, (int)modem.Send(s_payload, 3, true));
        port.Now += 6000;
        port.Fate = "+EVT:SEND_CONFIRMED_OK\r\n";
        Assert.AreEqual((int)SendResult.Acknowledged, (int)modem.Send(s_payload, 3, true));
    }

    [TestMethod]
    public void ASilentModemIsReportedAndRecovers()
    {
        AnsweringPort port = new AnsweringPort();
        port.IsSilent = true;
        LoRaWanModem modem = Modem(port);
        Assert.AreEqual((int)SendResult.Failed, (int)modem.Send(s_payload, 3, true));
        Assert.AreEqual(1, modem.Resets);
        Assert.IsTrue(modem.RetryAfter > 10000);
        port.IsSilent = false;
        port.Now += modem.RetryAfter;
        Assert.AreEqual((int)SendResult.Acknowledged, (int)modem.Send(s_payload, 3, true));
    }

    [TestMethod]
    public void DownlinksWaitAndTheOldestGoFirst()
    {
        AnsweringPort port = new AnsweringPort();
        LoRaWanModem modem = Modem(port);
        port.Fate = "+EVT:TX_DONE\r\n";
        for (int number = 1; number <= 6; number++)
        {
            port.Fate += "+EVT:RX_1:-70:8:UNICAST:" + number.ToString() + ":0" + number.ToString() + "\r\n";
        }

        modem.Send(s_payload, 3, false);
        Downlink downlink = new Downlink();
        Assert.IsTrue(modem.TryReceive(downlink));
        Assert.AreEqual(3, downlink.Port);
        Assert.AreEqual(2, modem.LostDownlinks);
    }

    [TestMethod]
    public void PayloadsOfAnImpossibleLengthAreNotSent()
    {
        LoRaWanModem modem = Modem(new AnsweringPort());
        Assert.AreEqual((int)SendResult.Failed, (int)modem.Send(s_payload, 0, true));
        Assert.AreEqual((int)SendResult.Failed, (int)modem.Send(s_payload, 4, true));
        Assert.AreEqual((int)SendResult.Failed, (int)modem.Send(new byte[300], 300, true));
        Assert.AreEqual((int)SendResult.Failed, (int)modem.Send(null, 1, true));
    }

    [TestMethod]
    public void CredentialsKeepTheirSecret()
    {
        string shown = new LoRaWanCredentials("70B3D57ED0001234", "70B3D57ED0000001", AppKey).ToString();
        Assert.AreEqual(-1, shown.IndexOf("2B7E"));
        string message = "";
        try
        {
            message = new LoRaWanCredentials("70B3D57ED0001234", "70B3D57ED0000001", AppKey + "X").ToString();
        }
        catch (ArgumentException exception)
        {
            message = exception.Message;
        }

        Assert.AreEqual("AppKey must be 32 hexadecimal digits.", message);
    }

    private static LoRaWanModem Modem(AnsweringPort port)
    {
        LoRaWanCredentials credentials = new LoRaWanCredentials("70B3D57ED0001234", "70B3D57ED0000001", AppKey);
        return new LoRaWanModem(port, LoRaWanDialect.Rak3172, credentials, new LoRaWanSettings(), null);
    }
}
