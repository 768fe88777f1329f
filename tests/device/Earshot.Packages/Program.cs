namespace Earshot.Packages;

/// <summary>What the packages of the class library do on the board, one subject a class.</summary>
internal static class Program
{
    public static void Main()
    {
        string subject = Host.Scenario();
        switch (subject)
        {
            case "gpio-output": Pins.Output(); break;
            case "gpio-input": Pins.Input(); break;
            case "gpio-edges": Pins.Edges(); break;
            case "gpio-debounce": Pins.Debounce(); break;
            case "gpio-errors": Pins.Errors(); break;
            case "events-custom": NativeEvents.Custom(); break;
            case "events-driver": NativeEvents.Driver(); break;
            case "serial-threshold": SerialLines.Threshold(); break;
            case "serial-stream": SerialLines.ThroughStream(); break;
            case "serial-noise": SerialLines.Noise(); break;
            case "serial-frames": SerialLines.Frames(); break;
            case "collections": Collections.Run(); break;
            case "math": Mathematics.Run(); break;
            case "text": Texts.Run(); break;
            case "storage-files": Storage.Files(); break;
            case "storage-streams": Storage.Streams(); break;
            case "storage-full": Storage.Full(); break;
            case "storage-boots": Storage.Boots(); break;
            case "storage-rewrite": Storage.Rewrite(); break;
            case "storage-errors": Storage.Errors(); break;
            case "analog": Analog.Read(); break;
            case "analog-added": Analog.Add(); break;
            case "analog-sound": Analog.Hear(); break;
            case "spi": SpiLines.Transfer(); break;
            case "resources": EmbeddedResources.Read(); break;
            case "sntp": NetworkTime.Synchronise(); break;
            case "sntp-block": NetworkTime.BlockForEver(); break;
            default: throw new System.ArgumentException(subject);
        }
    }
}
