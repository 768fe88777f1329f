using System;
using System.IO.Ports;
using System.Threading;

namespace Earshot.Scenarios;

internal static class Serial
{
    public static void Echo()
    {
        using (SerialPort port = Open())
        {
            port.ReadTimeout = 1000;
            port.Write("hello\n");
            Host.Report(port.ReadLine());
            byte[] bytes = new byte[4];
            try
            {
                port.Read(bytes, 0, 4);
            }
            catch (TimeoutException)
            {
                Host.Report(port.BytesToRead.ToString() + " waits");
            }

            int read = port.Read(bytes, 0, 1);
            Host.Report(read.ToString() + " " + bytes[0].ToString());
        }
    }

    public static void Timeouts()
    {
        using (SerialPort port = Open())
        {
            port.WriteTimeout = 5;
            try
            {
                port.Write(new byte[100], 0, 100);
            }
            catch (TimeoutException)
            {
                Host.Report("write");
            }

            port.ReadTimeout = 20;
            try
            {
                port.ReadLine();
            }
            catch (TimeoutException)
            {
                Host.Report("read");
            }
        }
    }

    public static void Event()
    {
        using (SerialPort port = Open())
        {
            AutoResetEvent received = new AutoResetEvent(false);
            port.DataReceived += (sender, arguments) =>
            {
                Host.Report(arguments.EventType.ToString() + " " + port.ReadExisting());
                received.Set();
            };
            port.Write("ask");
            Host.Report(received.WaitOne(1000, false).ToString());
        }
    }

    private static SerialPort Open()
    {
        SerialPort port = new SerialPort("COM6", 9600);
        port.Open();
        return port;
    }
}
