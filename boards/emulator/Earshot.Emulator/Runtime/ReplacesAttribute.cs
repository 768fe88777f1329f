namespace Earshot.Emulator.Runtime;

/// <summary>Marks a type that takes the place of one of nanoFramework's class library, members and all.</summary>
/// <param name="fullName">The full name that device assemblies know it by.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Delegate)]
public sealed class ReplacesAttribute(string fullName) : Attribute
{
    /// <summary>The full name that device assemblies know it by.</summary>
    public string FullName { get; } = fullName;
}
