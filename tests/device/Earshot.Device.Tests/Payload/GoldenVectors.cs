namespace Earshot.Device.Tests.Payload;

/// <summary>
/// The bytes of golden-vectors.json beside the JavaScript codec: a board has no file to read them from. A test on the host
/// keeps the two alike.
/// </summary>
internal static class GoldenVectors
{
    /// <summary>Every kind of uplink.</summary>
    public static readonly string[] Uplinks =
    {
        "110102031E0AD4F2C01E7B",
        "100000000000000000A045",
        "11FFFFFF80FFFFFFFFFFFF",
        "1301030B8DD40F7B824A9C",
        "12000000000001010000FF",
        "13FFFFFFFFFFFFFFFFFFFF",
        "1501040B8DD40F031E074A",
        "1400050000053CFF100000",
        "15FFFFFFFFFFFFFEFFFDFF",
        "1701065209A3F112071903",
        "170107A1F5C0DE20FF52FF",
        "1600000000000000000000",
        "18010809000000BEEF0000",
        "19FFFF0C041603CAFE0000",
        "18000A0001F20000010000",
        "1B010B8180481200000000",
        "1A00057F00504A1F06BCAA",
        "1BFFFFFFFFFFFFFF07FFFF",
        "1A00000000000000030071",
    };

    /// <summary>Every kind of downlink.</summary>
    public static readonly string[] Downlinks =
    {
        "1001038040051E",
        "1002FF00000000",
        "12030D1405080A28",
        "12FF08FF64013C78",
        "1404000A003C18590F18A5",
        "1405000000000000000000",
        "1406012CA8C05F00FFFFFF",
        "160701",
        "160802",
        "160903",
        "160A04",
        "160B05",
    };

    /// <summary>Downlinks that a node must refuse.</summary>
    public static readonly string[] RefusedDownlinks =
    {
        "",
        "10",
        "2001",
        "1801",
        "1101",
        "100103804000",
        "10010380400000FF",
        "10010380810000",
        "10010380000000",
        "10010380406500",
        "12011F1405080A28",
        "12010F1400080A28",
        "12010F1405650A28",
        "12010F1405080028",
        "12010F1405080A09",
        "1401A8C1A8C100000F1800",
        "1401000AA8C100000F1800",
        "1401000A000900000F1800",
        "14010000003C00000F1800",
        "1401000A003C60000F1800",
        "1401000A003C00600F1800",
        "160100",
        "160106",
    };
}
