using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.Device.Adc.AdcController.</summary>
[NativeHalfOf("System.Device.Adc.AdcController")]
public static class AdcController
{
    private const int SingleEnded = 0;

    /// <summary>Without effect, as in the firmware.</summary>
    public static void NativeInit(object self)
    {
    }

    /// <summary>Takes a channel.</summary>
    /// <exception cref="ArgumentException">The board has no such channel.</exception>
    public static void NativeOpenChannel(object self, int channelNumber)
    {
        if (EmulatedBoard.Current.Analog.InputOf(channelNumber) is null)
        {
            throw new ArgumentException(null, nameof(channelNumber));
        }
    }

    /// <summary>Channels of the board.</summary>
    public static int NativeGetChannelCount(object self) => EmulatedBoard.Current.Analog.Count;

    /// <summary>The code of the reference voltage.</summary>
    public static int NativeGetMaxValue(object self) => AnalogInputs.MaximumCode;

    /// <summary>The code of 0 V.</summary>
    public static int NativeGetMinValue(object self) => 0;

    /// <summary>Whether the firmware converts so: against ground only.</summary>
    public static bool NativeIsChannelModeSupported(object self, int mode) => mode == SingleEnded;

    /// <summary>Bits.</summary>
    public static int NativeGetResolutionInBits(object self) => AnalogInputs.ResolutionBits;
}
