using Mono.Cecil;

namespace Earshot.Interop.Generator.Reading;

/// <summary>What the metadata processor makes of a type.</summary>
internal static class TypeKinds
{
    private static readonly HashSet<string> LeftOut =
    [
        "ThisAssembly",
        "System.Runtime.CompilerServices.RefSafetyRulesAttribute",
        "System.Runtime.CompilerServices.AccessedThroughPropertyAttribute",
    ];

    /// <summary>Whether it drops the type and everything inside it.</summary>
    public static bool IsLeftOut(TypeDefinition type) =>
        LeftOut.Contains(type.FullName)
        || type.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == "System.Runtime.CompilerServices.ExcludeTypeAttribute")
        || (type.DeclaringType is { } declaring && IsLeftOut(declaring));

    /// <summary>Whether the type's methods can have bodies in the firmware: a class or a struct, but no delegate.</summary>
    public static bool MayBeNative(TypeDefinition type) =>
        !type.IsInterface
        && !type.IsEnum
        && type.BaseType?.FullName != "System.MulticastDelegate";
}
