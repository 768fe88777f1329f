using System;
using System.IO.Ports;
using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Serial;

/// <summary>COM6 with its transmit pin wired to its receive pin.</summary>
[TestClass]
public class LoopbackTests
{
    private static SerialPort s_port;

    [Setup]
    public void Open()
    {
        s_port = new SerialPort("COM6", 115200);
        s_port.ReadTimeout = 500;
        s_port.WriteTimeout = 500;
        s_port.Open();
    }

    [TestMethod]
    public void WhatIsSentComesBack()
    {
        s_port.Write("AT+VER=?\n");
        Assert.AreEqual("AT+VER=?", s_port.ReadLine().TrimEnd('\n'));
    }

    [DataRow(1)]
    [DataRow(64)]
    [DataRow(200)]
    public void EveryByteValueSurvives(int count)
    {
        byte[] sent = new byte[count];
        for (int index = 0; index < count; index++)
        {
            sent[index] = (byte)(255 - index);
        }

        s_port.Write(sent, 0, count);
        byte[] received = new byte[count];
        int read = 0;
        while (read < count)
        {
            read += s_port.Read(received, read, count - read);
        }

        CollectionAssert.AreEqual(sent, received);
    }

    [TestMethod]
    public void SilenceIsATimeout()
    {
        Assert.ThrowsException(typeof(TimeoutException), () => s_port.ReadLine());
    }

    [Cleanup]
    public void Close()
    {
        s_port.Close();
    }
}
