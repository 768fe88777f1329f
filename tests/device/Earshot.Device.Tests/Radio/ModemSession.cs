using System.IO.Ports;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Radio;

/// <summary>What every modem must do on the bench, whose gateway knows the credentials below.</summary>
internal static class ModemSession
{
    private static readonly byte[] s_payload = { 0x11, 0, 1, 3, 200, 0, 0, 0, 9, 8, 144 };

    public static SerialPort Open(LoRaWanDialect dialect)
    {
        SerialPort port = new SerialPort("COM6", dialect.BaudRate);
        port.Open();
        return port;
    }

    public static LoRaWanModem Create(SerialPort port, LoRaWanDialect dialect)
    {
        LoRaWanCredentials credentials = new LoRaWanCredentials(
            "70B3D57ED0000001", "0000000000000001", "00112233445566778899AABBCCDDEEFF");
        return new LoRaWanModem(port, dialect, credentials, new LoRaWanSettings());
    }

    public static void JoinAndDeliver(LoRaWanModem modem)
    {
        Assert.IsTrue(modem.Join(), "the join");
        Assert.AreEqual((int)SendResult.Acknowledged, (int)modem.Send(s_payload, s_payload.Length, true));
        Assert.IsTrue(modem.IsJoined);
        Assert.AreEqual(0, modem.Resets);
    }

    public static void RefuseWhatIsTooLong(LoRaWanModem modem)
    {
        byte[] payload = new byte[modem.MaximumLength + 1];
        Assert.AreEqual((int)SendResult.Failed, (int)modem.Send(payload, payload.Length, false));
    }
}
