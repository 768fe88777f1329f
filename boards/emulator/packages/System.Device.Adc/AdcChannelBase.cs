namespace System.Device.Adc;

/// <summary>What every analogue input offers.</summary>
public abstract class AdcChannelBase
{
    // The firmware reads this field.
    internal AdcController _adcController;

    public AdcController Controller => _adcController;

    /// <summary>Converts once and returns the code, between the controller's <see cref="AdcControllerBase.MinValue"/> and <see cref="AdcControllerBase.MaxValue"/>.</summary>
    public abstract int ReadValue();

    /// <summary>Converts once and returns the code as a share of full scale, 0 to 1.</summary>
    public double ReadRatio() => (double)ReadValue() / _adcController.MaxValue;
}
