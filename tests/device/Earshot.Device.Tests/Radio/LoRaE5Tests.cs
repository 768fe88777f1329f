using System.IO.Ports;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Radio;

/// <summary>The LoRaE5 on COM6, with a gateway in reach.</summary>
[TestClass]
public class LoRaE5Tests
{
    private static SerialPort s_port;
    private static LoRaWanModem s_modem;

    [Setup]
    public void Open()
    {
        s_port = ModemSession.Open(LoRaWanDialect.LoRaE5);
        s_modem = ModemSession.Create(s_port, LoRaWanDialect.LoRaE5);
    }

    [TestMethod]
    public void AMessageIsAcknowledged()
    {
        ModemSession.JoinAndDeliver(s_modem);
    }

    [TestMethod]
    public void WhatIsTooLongIsRefused()
    {
        ModemSession.RefuseWhatIsTooLong(s_modem);
    }

    [Cleanup]
    public void Close()
    {
        s_port.Close();
    }
}
