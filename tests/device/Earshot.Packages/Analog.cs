using System;
using System.Device.Adc;
using nanoFramework.Hardware.Stm32;

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

    /// <summary>Opens channels that the firmware does not know.</summary>
    public static void Add()
    {
        AdcController controller = new AdcController();
        // PA5 is at channel 5.
        uint right = Configuration.AddAdcChannel(1, 5, 5);
        uint wrong = Configuration.AddAdcChannel(1, 6, 5);
        Host.Report(right.ToString() + " " + wrong.ToString() + " " + controller.ChannelCount.ToString());
        Host.Report(controller.OpenChannel((int)right).ReadValue().ToString() + " " + controller.OpenChannel((int)wrong).ReadValue().ToString());
        Configuration.RemoveAdcChannel(right);
        Configuration.RemoveAdcChannel(right);
        Host.Report(Configuration.AddAdcChannel(1, 7, 7).ToString());
        Host.Report(IsRefused(2, 5) + " " + IsRefused(1, 16));
    }

    private static string IsRefused(uint adc, uint channel)
    {
        try
        {
            Configuration.AddAdcChannel(adc, channel, 5);
            return "added";
        }
        catch (ArgumentException)
        {
            return "refused";
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
