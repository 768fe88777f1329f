using System;
using System.Device.Gpio;
using System.Threading;

namespace Earshot.Packages;

internal static class Pins
{
    private const int Led = 5;
    private const int Button = 45;

    public static void Output()
    {
        GpioController controller = new GpioController();
        GpioPin led = controller.OpenPin(Led, PinMode.Output);
        Host.Report(led.Read().ToString());
        led.Write(PinValue.High);
        Host.Report(led.Read().ToString());
        Thread.Sleep(10);
        led.Toggle();
        Host.Report(controller.Read(Led).ToString());
        led.SetPinMode(PinMode.OutputOpenDrain);
        led.Write(PinValue.High);
        Host.Report(led.Read().ToString());
        controller.ClosePin(Led);
        Host.Report(controller.IsPinOpen(Led).ToString());
    }

    public static void Input()
    {
        GpioController controller = new GpioController();
        GpioPin button = controller.OpenPin(Button, PinMode.InputPullUp);
        Host.Report(button.Read().ToString());
        button.SetPinMode(PinMode.InputPullDown);
        Host.Report(button.Read().ToString());
        Thread.Sleep(100);
        Host.Report(button.Read().ToString());
        Host.Report(((int)button.GetPinMode()).ToString());
    }

    public static void Edges()
    {
        GpioController controller = new GpioController();
        GpioPin button = controller.OpenPin(Button, PinMode.Input);
        controller.RegisterCallbackForPinValueChangedEvent(Button, PinEventTypes.Rising, (sender, edge) =>
            Host.Report("controller " + edge.PinNumber.ToString() + " " + ((int)edge.ChangeType).ToString()));
        button.ValueChanged += (sender, edge) => Host.Report("pin " + ((int)edge.ChangeType).ToString());
        Thread.Sleep(1000);
        button.Dispose();
        Thread.Sleep(1000);
    }

    public static void Debounce()
    {
        GpioController controller = new GpioController();
        GpioPin button = controller.OpenPin(Button, PinMode.Input);
        button.DebounceTimeout = TimeSpan.FromMilliseconds(20);
        button.ValueChanged += (sender, edge) => Host.Report(((int)edge.ChangeType).ToString());
        Thread.Sleep(1000);
    }

    public static void Errors()
    {
        GpioController controller = new GpioController();
        GpioPin pin = controller.OpenPin(Button);
        Report(() => controller.OpenPin(Button));
        Report(() => controller.Read(Led));
        Report(() => pin.Write(PinValue.High));
        Report(() => pin.SetPinMode(PinMode.OutputOpenSource));
        pin.Dispose();
        Report(() => pin.Read());
        Host.Report(controller.PinCount.ToString() + " " + controller.IsPinModeSupported(Led, PinMode.OutputOpenSource).ToString());
    }

    private static void Report(ThreadStart action)
    {
        try
        {
            action();
            Host.Report("nothing");
        }
        catch (Exception exception)
        {
            Host.Report(exception.GetType().Name);
        }
    }
}
