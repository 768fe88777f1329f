using System;
using System.Resources;
using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Native;

/// <summary>Reads resources.</summary>
public static class ResourceUtility
{
    /// <param name="id">A value of the enumeration that was generated with the resources; its type is based on short.</param>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern object GetObject(ResourceManager rm, Enum id);

    /// <summary>A part of a binary resource, shorter where it ends before <paramref name="length"/> bytes.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern object GetObject(ResourceManager rm, Enum id, int offset, int length);

    /// <summary>A text of several strings with '|' between them.</summary>
    public static string[] GetDelimitedStringResources(ResourceManager rm, Enum resource) =>
        ((string)GetObject(rm, resource)).Split('|');

    /// <inheritdoc cref="GetDelimitedStringResources"/>
    public static string GetDelimitedStringResource(ResourceManager rm, Enum resource, int i) =>
        GetDelimitedStringResources(rm, resource)[i];
}
