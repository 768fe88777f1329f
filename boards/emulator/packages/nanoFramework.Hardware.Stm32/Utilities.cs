using System.Runtime.CompilerServices;

namespace nanoFramework.Hardware.Stm32;

/// <summary>What the chip says about itself.</summary>
public static class Utilities
{
    private const int UniqueDeviceIdBytes = 12;

    private static byte[] _uniqueDeviceId;

    /// <summary>12 bytes that no other chip has.</summary>
    public static byte[] UniqueDeviceId
    {
        get
        {
            if (_uniqueDeviceId == null)
            {
                var id = new byte[UniqueDeviceIdBytes];
                NativeGetDeviceUniqueId(id);
                _uniqueDeviceId = id;
            }

            return _uniqueDeviceId;
        }
    }

    public static uint DeviceId => NativeGetDeviceId();

    public static uint DeviceRevisionId => NativeGetDeviceRevisionId();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void NativeGetDeviceUniqueId(byte[] data);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern uint NativeGetDeviceId();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern uint NativeGetDeviceRevisionId();
}
