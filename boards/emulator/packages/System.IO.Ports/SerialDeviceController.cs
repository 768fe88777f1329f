using System.Collections;

namespace System.IO.Ports;

/// <summary>The ports that exist in this program; each may exist once.</summary>
internal static class SerialDeviceController
{
    private static readonly ArrayList Ports = new();

    /// <exception cref="ArgumentException">The port exists already.</exception>
    public static void Add(SerialPort port)
    {
        lock (Ports)
        {
            foreach (SerialPort other in Ports)
            {
                if (other._portIndex == port._portIndex)
                {
                    throw new ArgumentException();
                }
            }

            Ports.Add(port);
        }
    }

    public static void Remove(SerialPort port)
    {
        lock (Ports)
        {
            Ports.Remove(port);
        }
    }
}
