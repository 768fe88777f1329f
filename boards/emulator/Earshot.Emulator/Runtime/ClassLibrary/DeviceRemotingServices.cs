namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.Runtime.Remoting.RemotingServices of the class library, which has no application domains but one.</summary>
[Replaces("System.Runtime.Remoting.RemotingServices")]
public static class DeviceRemotingServices
{
    /// <summary>False.</summary>
    public static bool IsTransparentProxy(object proxy) => false;
}
