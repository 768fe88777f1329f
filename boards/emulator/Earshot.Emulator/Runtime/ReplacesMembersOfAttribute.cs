namespace Earshot.Emulator.Runtime;

/// <summary>
/// Marks a static class whose methods take the place of members of a .NET type that means something else there, or
/// lacks them. A first parameter called <c>self</c> stands for the instance; a method called <c>New</c> for a constructor.
/// </summary>
/// <param name="type">The .NET type that the class library's type is otherwise mapped to.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReplacesMembersOfAttribute(Type type) : Attribute
{
    /// <summary>The .NET type.</summary>
    public Type Type { get; } = type;
}
