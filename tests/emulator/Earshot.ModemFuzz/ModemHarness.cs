namespace Earshot.ModemFuzz;

/// <summary>Uses a modem that answers with the input, and checks what the driver promises.</summary>
internal static class ModemHarness
{
    private const int LongestUse = 200_000;
    private const int LongestPause = 90_000_000;

    /// <summary>One run. The input's first byte chooses the dialect.</summary>
    /// <exception cref="BrokenPromiseException">The driver has done what it must not.</exception>
    public static void Run(byte[] input)
    {
        var isRak = input.Length == 0 || input[0] != 'E';
        var port = new ScriptedPort(input, Math.Min(1, input.Length));
        var credentials = new LoRaWanCredentials("70B3D57ED0001234", "70B3D57ED0000001", "2B7E151628AED2A6ABF7158809CF4F3C");
        var modem = new LoRaWanModem(port, isRak ? LoRaWanDialect.Rak3172 : LoRaWanDialect.LoRaE5, credentials, new LoRaWanSettings(), null);
        var downlink = new Downlink();
        byte[] payload = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
        for (var use = 0; use < 4; use++)
        {
            port.Wait(modem.RetryAfter);
            var isConfirmed = use % 2 == 0;
            modem.TryReadTime(out var time);
            Require(use > 0 || time >= 0, "It knew the time before anybody told it.");
            if (use == 1)
            {
                modem.RequestLinkCheck();
            }

            var began = port.Now;
            var result = modem.Send(payload, payload.Length, isConfirmed);
            Require(port.Now - began <= LongestUse, $"An uplink took {port.Now - began} ms.");
            Check(modem, port, result, isConfirmed, isRak);
            for (var taken = 0; modem.TryReceive(downlink); taken++)
            {
                Require(downlink.Port is >= 1 and <= 223 && downlink.Length is >= 1 and <= Downlink.Capacity, "A downlink is out of range.");
                Require(taken < 100, "Downlinks never end.");
            }
        }
    }

    private static void Check(LoRaWanModem modem, ScriptedPort port, SendResult result, bool isConfirmed, bool isRak)
    {
        Require(modem.RetryAfter is >= 0 and <= LongestPause, $"It wants to wait {modem.RetryAfter} ms.");
        Require(modem.MaximumLength is >= 11 and <= Downlink.Capacity, $"It says that {modem.MaximumLength} bytes fit.");
        var sign = isRak ? "+EVT:SEND_CONFIRMED_OK" : "ACK Received";
        switch (result)
        {
            case SendResult.Acknowledged:
                Require(isConfirmed && port.ReadSinceUplink.Contains(sign, StringComparison.Ordinal), "It invented an acknowledgement.");
                break;
            case SendResult.Sent:
                Require(!isConfirmed, "It forgot to wait for the acknowledgement.");
                Require(port.ReadSinceUplink.Contains(isRak ? "TX_DONE" : "Done", StringComparison.Ordinal), "It says sent, and nothing said so.");
                break;
        }
    }

    private static void Require(bool isKept, string broken)
    {
        if (!isKept)
        {
            throw new BrokenPromiseException(broken);
        }
    }
}
