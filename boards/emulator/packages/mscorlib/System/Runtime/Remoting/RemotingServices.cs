using System.Runtime.CompilerServices;

namespace System.Runtime.Remoting;

public static class RemotingServices
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool IsTransparentProxy(object proxy);
}
