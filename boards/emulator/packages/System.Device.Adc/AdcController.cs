using System.Runtime.CompilerServices;

namespace System.Device.Adc;

/// <summary>The board's analogue-to-digital converters, their channels numbered through as the firmware lists them.</summary>
public class AdcController : AdcControllerBase
{
    // The firmware's table of fields counts this one.
    private readonly object _syncLock = new();
    private AdcChannelMode _channelMode = AdcChannelMode.SingleEnded;

    public AdcController() => NativeInit();

    public override int ChannelCount => NativeGetChannelCount();

    /// <summary>Applies to the channels opened afterwards; check it with <see cref="IsChannelModeSupported"/> first.</summary>
    public override AdcChannelMode ChannelMode
    {
        get => _channelMode;
        set => _channelMode = value;
    }

    public override int MaxValue => NativeGetMaxValue();

    public override int MinValue => NativeGetMinValue();

    public override int ResolutionInBits => NativeGetResolutionInBits();

    public override bool IsChannelModeSupported(AdcChannelMode channelMode) => NativeIsChannelModeSupported((int)channelMode);

    /// <exception cref="ArgumentException">The board has no such channel.</exception>
    public override AdcChannel OpenChannel(int channelNumber)
    {
        NativeOpenChannel(channelNumber);
        return new AdcChannel(this, channelNumber);
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeOpenChannel(int channelNumber);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern int NativeGetChannelCount();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern int NativeGetMaxValue();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern int NativeGetMinValue();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern bool NativeIsChannelModeSupported(int mode);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern int NativeGetResolutionInBits();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void NativeInit();
}
