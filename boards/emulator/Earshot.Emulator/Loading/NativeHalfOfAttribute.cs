namespace Earshot.Emulator.Loading;

/// <summary>
/// Marks a static class that holds the native half of a device class: for each InternalCall method a public static one of
/// the same name, parameters and result. An instance method's counterpart takes the object first, a constructor's is
/// called <c>Construct</c>, and a static method's may take the device class itself (a <see cref="Type"/>) first. An
/// enumeration of the device is passed as its number, a structure around one value as that value, any other type that only
/// the device knows as <see cref="object"/>.
/// </summary>
/// <param name="fullName">The device class.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NativeHalfOfAttribute(string fullName) : Attribute
{
    /// <summary>The device class.</summary>
    public string FullName { get; } = fullName;
}
