using System.Text;

namespace Earshot.ModemFuzz;

/// <summary>Changes inputs: bytes at random, and pieces that know what a modem's answers are made of.</summary>
internal sealed class Mutator(Random random)
{
    private const int Longest = 4096;

    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "OK\r\n", "AT_ERROR\r\n", "AT_BUSY_ERROR\r\n", "AT_PARAM_ERROR\r\n", "AT_NO_NETWORK_JOINED\r\n", "+EVT:JOINED\r\n",
            "+EVT:JOIN_FAILED_RX_TIMEOUT\r\n", "+EVT:TX_DONE\r\n", "+EVT:SEND_CONFIRMED_OK\r\n", "+EVT:SEND_CONFIRMED_FAILED(4)\r\n",
            "+EVT:RX_1:-70:8:UNICAST:1:1234\r\n", "+EVT:LINKCHECK:0:15:1:-60:7\r\n", "+EVT:TIMEREQ_OK\r\n", "Restricted_Wait_3343_ms\r\n",
            "AT+DR=5\r\n", "AT+LTIME=15h08m55s on 08/17/2026\r\n", "Current Work Mode: LoRaWAN.\r\n",
            "+AT: OK\r\n", "+JOIN: Start\r\n", "+JOIN: Network joined\r\n", "+JOIN: Join failed\r\n", "+JOIN: Done\r\n", "+MSGHEX: Start\r\n",
            "+MSGHEX: Done\r\n", "+CMSGHEX: Start\r\n", "+CMSGHEX: ACK Received\r\n", "+CMSGHEX: Done\r\n", "+CMSGHEX: PORT: 9; RX: \"CAFE\"\r\n",
            "+MSGHEX: RXWIN1, RSSI -99, SNR 4.0\r\n", "+MSGHEX: Link 21, 1\r\n", "+MSGHEX: No band in 13469ms\r\n", "+MSGHEX: Length error 51\r\n",
            "+MSGHEX: Please join network first\r\n", "+LW: LEN, 51\r\n", "+RTC: 2026-04-30 12:30:49.465\r\n", "+LOWPOWER: SLEEP\r\n", "+ID: ERROR(-1)\r\n",
            "\r\n", ":", ",", "~", "^", "^^^^^^^^", "\0", "\xFF", "-", "\"", "999999999", "1000000000", "4294967296", "-1", "0", "223", "224", "242",
        }.Select(Encoding.Latin1.GetBytes),
    ];

    /// <summary>A changed copy.</summary>
    /// <param name="input">What to begin with.</param>
    /// <param name="other">Something else to take pieces from.</param>
    public byte[] Change(byte[] input, byte[] other)
    {
        List<byte> bytes = [.. input];
        for (var count = 1 << random.Next(5); count > 0; count--)
        {
            ChangeOnce(bytes, other);
        }

        return bytes.Count > Longest ? [.. bytes.Take(Longest)] : [.. bytes];
    }

    private void ChangeOnce(List<byte> bytes, byte[] other)
    {
        var at = random.Next(bytes.Count + 1);
        var length = random.Next(1, 1 + Math.Max(1, Math.Min(random.Next(4) == 0 ? 200 : 12, bytes.Count - at)));
        length = Math.Min(length, bytes.Count - at);
        switch (random.Next(9))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4 or 5:
                bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                break;
            case 6:
                var from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(200))]);
                break;
            case 7:
                bytes.InsertRange(at, Digits());
                break;
            default:
                bytes.InsertRange(at, Enumerable.Repeat(at < bytes.Count ? bytes[at] : (byte)'A', random.Next(1, random.Next(8) == 0 ? 700 : 8)));
                break;
        }
    }

    private IEnumerable<byte> Digits()
    {
        const string Alphabet = "0123456789ABCDEFabcdef";
        var isHexadecimal = random.Next(2) == 0;
        var count = random.Next(1, random.Next(10) == 0 ? 500 : 12);
        return [.. Enumerable.Range(0, count).Select(_ => (byte)Alphabet[random.Next(isHexadecimal ? Alphabet.Length : 10)])];
    }
}
