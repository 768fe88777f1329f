namespace Earshot.Emulator.Loading;

/// <summary>
/// Marks a static class that holds the native half of a device class: for each InternalCall method a public static one of
/// the same name, parameters and result. An instance method's counterpart takes the object first.
/// </summary>
/// <param name="fullName">The device class.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NativeHalfOfAttribute(string fullName) : Attribute
{
    /// <summary>The device class.</summary>
    public string FullName { get; } = fullName;
}
