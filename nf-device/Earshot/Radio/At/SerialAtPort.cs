using System;
using System.IO.Ports;

namespace Earshot;

/// <summary>The line to a modem over a serial port, which it uses and does not own.</summary>
public sealed class SerialAtPort : IAtPort
{
    private const int WriteTimeout = 2000;

    private readonly SerialPort _port;

    /// <summary>Prepares the line.</summary>
    /// <param name="port">An open port; its timeouts are set here.</param>
    public SerialAtPort(SerialPort port)
    {
        _port = port;
        _port.WriteTimeout = WriteTimeout;
    }

    /// <inheritdoc/>
    public long Now => Environment.TickCount64;

    /// <inheritdoc/>
    public int Read(byte[] buffer, int timeout)
    {
        try
        {
            int available = _port.BytesToRead;
            if (available == 0 && timeout > 0)
            {
                // One byte only: nanoCLR waits until as many as were asked for have come.
                _port.ReadTimeout = timeout;
                return _port.Read(buffer, 0, 1);
            }

            return available == 0 ? 0 : _port.Read(buffer, 0, available < buffer.Length ? available : buffer.Length);
        }
        catch (Exception)
        {
            // A timeout, a framing error, or a port that was closed: all mean that nothing came.
            return 0;
        }
    }

    /// <inheritdoc/>
    public bool Write(byte[] buffer, int count)
    {
        try
        {
            _port.Write(buffer, 0, count);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
