using Mono.Cecil;

namespace Earshot.StandIns.Tests;

/// <summary>Writes types as the listings do: C# keywords, full names otherwise, dots for nesting.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<string, string> Keywords = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = "bool",
        ["System.Byte"] = "byte",
        ["System.SByte"] = "sbyte",
        ["System.Char"] = "char",
        ["System.Int16"] = "short",
        ["System.UInt16"] = "ushort",
        ["System.Int32"] = "int",
        ["System.UInt32"] = "uint",
        ["System.Int64"] = "long",
        ["System.UInt64"] = "ulong",
        ["System.Single"] = "float",
        ["System.Double"] = "double",
        ["System.String"] = "string",
        ["System.Object"] = "object",
        ["System.Void"] = "void",
    };

    public static string Of(TypeReference type) => type switch
    {
        ArrayType array => Of(array.ElementType) + "[]",
        ByReferenceType reference => Of(reference.ElementType),
        RequiredModifierType modified => Of(modified.ElementType),
        GenericParameter parameter => parameter.Name,
        _ => Keywords.GetValueOrDefault(type.FullName, type.FullName.Replace('/', '.')),
    };
}
