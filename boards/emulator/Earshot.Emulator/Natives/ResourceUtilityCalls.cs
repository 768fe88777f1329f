using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Runtime.Native.ResourceUtility.</summary>
[NativeHalfOf("nanoFramework.Runtime.Native.ResourceUtility")]
public static class ResourceUtilityCalls
{
    /// <summary>An entry.</summary>
    public static object? GetObject(object rm, Enum id) => ResourceManagerCalls.GetObject(rm, id);

    /// <summary>A part of a binary entry.</summary>
    public static object? GetObject(object rm, Enum id, int offset, int length) => ResourceManagerCalls.GetObject(rm, id, offset, length);
}
