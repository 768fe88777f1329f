using System;
using System.IO;
using System.IO.Ports;
using System.Threading;

namespace Earshot.Packages;

internal static class SerialLines
{
    public static void Threshold()
    {
        using (SerialPort port = Open())
        {
            port.ReceivedBytesThreshold = 4;
            port.DataReceived += (sender, e) => Host.Report("event at " + port.BytesToRead.ToString());
            port.Write("ask");
            Thread.Sleep(1000);
            port.ReceivedBytesThreshold = 2;
            Thread.Sleep(10);
            Host.Report(port.ReadExisting());
        }
    }

    public static void ThroughStream()
    {
        using (SerialPort port = Open())
        {
            Stream stream = port.BaseStream;
            byte[] bytes = new byte[] { 65, 66, 67 };
            stream.Write(bytes, 0, 3);
            byte[] answer = new byte[3];
            port.ReadTimeout = 1000;
            Host.Report(stream.Read(answer, 0, 3).ToString() + " " + answer[2].ToString());
            Host.Report(stream.CanSeek.ToString());
            port.NewLine = "\r\n";
            port.WriteLine("lines");
            Host.Report(port.ReadLine());
        }
    }

    public static void Noise()
    {
        using (SerialPort port = Open())
        {
            for (int index = 0; index < 20; index++)
            {
                port.Write("0123456789");
            }

            Thread.Sleep(1000);
            Host.Report(port.BytesToRead.ToString());
        }
    }

    public static void Frames()
    {
        using (SerialPort port = new SerialPort("COM6", 9600))
        {
            Try("8 bits and parity", () => port.Parity = Parity.Even, port);
            Try("7 bits and parity", () => port.DataBits = 7, port);
            Try("7 bits", () => port.Parity = Parity.None, port);
        }

        try
        {
            new SerialPort("COM3").Open();
        }
        catch (ArgumentException)
        {
            Host.Report("no COM3");
        }

        Host.Report(string.Concat(SerialPort.GetPortNames()));
    }

    private static void Try(string frame, ThreadStart set, SerialPort port)
    {
        set();
        try
        {
            port.Open();
            Host.Report(frame);
            port.Close();
        }
        catch (NotSupportedException)
        {
            Host.Report("no " + frame);
        }
    }

    private static SerialPort Open()
    {
        SerialPort port = new SerialPort("COM6", 9600);
        port.Open();
        return port;
    }
}
