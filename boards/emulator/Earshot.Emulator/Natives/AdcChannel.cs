using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.Device.Adc.AdcChannel.</summary>
[NativeHalfOf("System.Device.Adc.AdcChannel")]
public static class AdcChannel
{
    /// <summary>Converts once.</summary>
    public static int NativeReadValue(object self) => EmulatedBoard.Current.Analog.Read(DeviceFields.Get<int>(self, "_channelNumber"));

    /// <summary>Without effect, as in the firmware.</summary>
    public static void NativeDisposeChannel(object self)
    {
    }
}
