namespace Earshot;

/// <summary>The most bytes of a payload: LoRaWAN Regional Parameters RP002-1.0.3, column N, with no MAC commands beside it.</summary>
internal static class PayloadLimits
{
    /// <summary>For a region and a data rate; one that is not known gets what fits into every data rate.</summary>
    public static int Of(LoRaWanRegion region, int dataRate)
    {
        switch (region)
        {
            case LoRaWanRegion.Us915:
                return dataRate == 1 ? 53 : dataRate == 2 ? 125 : dataRate == 3 || dataRate == 4 ? 242 : 11;
            case LoRaWanRegion.Au915:
            case LoRaWanRegion.As923:
                // With the limit of 400 ms on the air, which is the default there.
                return dataRate == 3 ? 53 : dataRate == 4 ? 125 : dataRate == 5 || dataRate == 6 ? 242 : 11;
            default:
                return dataRate == 3 ? 115 : dataRate >= 4 && dataRate <= 7 ? 242 : 51;
        }
    }
}
