using System.IO.Ports;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Radio;

/// <summary>The Rak3172 on COM6, with a gateway in reach.</summary>
[TestClass]
public class Rak3172Tests
{
    private static SerialPort s_port;
    private static LoRaWanModem s_modem;

    [Setup]
    public void Open()
    {
        s_port = ModemSession.Open(LoRaWanDialect.Rak3172);
        s_modem = ModemSession.Create(s_port, LoRaWanDialect.Rak3172);
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
