using System;
using System.Device.Spi;

namespace Earshot.Packages;

internal static class SpiLines
{
    public static void Transfer()
    {
        SpiConnectionSettings settings = new SpiConnectionSettings(1, 22) { ClockFrequency = 1000000 };
        SpiDevice device = SpiDevice.Create(settings);
        byte[] read = new byte[3];
        device.TransferFullDuplex(new byte[] { 1, 2, 3 }, read);
        Host.Report(read[0].ToString() + " " + read[1].ToString() + " " + read[2].ToString());
        device.Write(new ushort[] { 0x0102 });
        ushort[] words = new ushort[1];
        device.Read(words);
        Host.Report(words[0].ToString("X4"));
        device.WriteByte(9);
        Host.Report(device.ReadByte().ToString());
        try
        {
            new SpiDevice(settings);
        }
        catch (SpiDeviceAlreadyInUseException)
        {
            Host.Report("in use");
        }

        device.Dispose();
        SpiDevice again = new SpiDevice(settings);
        Host.Report(SpiDevice.GetBusInfo(1).MaxClockFrequency.ToString());
        try
        {
            new SpiDevice(new SpiConnectionSettings(9, 3));
        }
        catch (ArgumentException)
        {
            Host.Report("no bus 9");
        }

        again.Dispose();
    }
}
