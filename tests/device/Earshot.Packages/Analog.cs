using System;
using System.Device.Adc;

namespace Earshot.Packages;

internal static class Analog
{
    public static void Read()
    {
        AdcController controller = new AdcController();
        Host.Report(controller.ChannelCount.ToString() + " " + controller.MaxValue.ToString() + " " + controller.ResolutionInBits.ToString());
        AdcChannel pin = controller.OpenChannel(1);
        Host.Report(pin.ReadValue().ToString());
        Host.Report(controller.OpenChannel(6).ReadValue().ToString() + " " + controller.OpenChannel(7).ReadValue().ToString());
        Host.Report(controller.IsChannelModeSupported(AdcChannelMode.Differential).ToString());
        try
        {
            controller.OpenChannel(9);
        }
        catch (ArgumentException)
        {
            Host.Report("no channel 9");
        }
    }

    /// <summary>Reads the microphone as fast as managed code can.</summary>
    public static void Hear()
    {
        AdcChannel microphone = new AdcController().OpenChannel(0);
        int lowest = 4095;
        int highest = 0;
        for (int index = 0; index < 2000; index++)
        {
            int value = microphone.ReadValue();
            lowest = value < lowest ? value : lowest;
            highest = value > highest ? value : highest;
        }

        Host.Report(lowest.ToString() + " " + highest.ToString());
    }
}
