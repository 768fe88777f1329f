using System;
using System.IO;
using System.IO.Ports;
using System.Threading;

namespace Earshot.Traced;

/// <summary>Commands for a RAK3172, one after the other, whatever it answers.</summary>
internal static class Modem
{
    private const string Settings = "I:\\settings0";
    private const string Digits = "0123456789ABCDEF";
    private const int DevEuiAt = 24;
    private const int JoinEuiAt = DevEuiAt + 8;
    private const int AppKeyAt = JoinEuiAt + 8;

    private static SerialPort s_port;

    public static bool IsThere => File.Exists(Settings);

    public static void Run()
    {
        byte[] settings = new byte[AppKeyAt + 16];
        using (FileStream file = new FileStream(Settings, FileMode.Open, FileAccess.Read))
        {
            file.Read(settings, 0, settings.Length);
        }

        s_port = new SerialPort("COM6", 115200);
        s_port.ReadTimeout = 100;
        s_port.Open();
        Say("AT+NJM=1", 200);
        Say("AT+DEVEUI=" + TextOf(settings, DevEuiAt, 8), 200);
        Say("AT+APPEUI=" + TextOf(settings, JoinEuiAt, 8), 200);
        Say("AT+APPKEY=" + TextOf(settings, AppKeyAt, 16), 200);
        Say("AT+TIMEREQ=1", 200);
        Say("AT+CFM=1", 200);
        while (true)
        {
            Say("AT+JOIN=1:0:8:0", 15000);
            for (int message = 0; message < 6; message++)
            {
                Say("AT+SEND=2:00112233445566778899" + TextOf(new byte[] { (byte)message }, 0, 1), 20000);
                Say("AT+LINKCHECK=1", 500);
            }

            Say("AT+LTIME=?", 500);
        }
    }

    private static void Say(string command, int wait)
    {
        s_port.Write(command + "\r\n");
        Thread.Sleep(wait);
        byte[] answer = new byte[s_port.BytesToRead];
        s_port.Read(answer, 0, answer.Length);
        string text = "";
        for (int index = 0; index < answer.Length; index++)
        {
            text += answer[index] >= 32 && answer[index] < 127 ? ((char)answer[index]).ToString() : ".";
        }

        // The key is nobody's business.
        Console.WriteLine("modem " + command.Substring(0, command.Length < 9 ? command.Length : 9) + " " + text);
    }

    private static string TextOf(byte[] bytes, int at, int length)
    {
        char[] text = new char[2 * length];
        for (int index = 0; index < length; index++)
        {
            text[2 * index] = Digits[bytes[at + index] >> 4];
            text[(2 * index) + 1] = Digits[bytes[at + index] & 15];
        }

        return new string(text);
    }
}
