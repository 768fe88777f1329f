using Mono.Cecil;

namespace Earshot.StandIns.Tests;

/// <summary>Names native methods as nanoFramework's metadata processor does in the firmware's headers.</summary>
internal static class NativeTokens
{
    private static readonly Dictionary<string, string> Tokens = new(StringComparer.Ordinal)
    {
        ["System.Void"] = "VOID",
        ["System.Boolean"] = "BOOLEAN",
        ["System.Char"] = "CHAR",
        ["System.SByte"] = "I1",
        ["System.Byte"] = "U1",
        ["System.Int16"] = "I2",
        ["System.UInt16"] = "U2",
        ["System.Int32"] = "I4",
        ["System.UInt32"] = "U4",
        ["System.Int64"] = "I8",
        ["System.UInt64"] = "U8",
        ["System.Single"] = "R4",
        ["System.Double"] = "R8",
        ["System.String"] = "STRING",
        ["System.Object"] = "OBJECT",
    };

    public static string Of(MethodDefinition method)
    {
        IEnumerable<string> types = method.Parameters.Select(parameter => Of(parameter.ParameterType)).Prepend(Of(method.ReturnType));
        string name = method.Name.Replace('.', '_');
        return $"{name}{(method.IsStatic ? "___STATIC__" : "___")}{string.Join("__", types)}";
    }

    private static string Of(TypeReference type) => type switch
    {
        ArrayType array => "SZARRAY_" + Of(array.ElementType),
        ByReferenceType reference => "BYREF_" + Of(reference.ElementType),
        _ => Tokens.GetValueOrDefault(type.FullName, type.FullName.Replace(".", "").Replace("/", "")),
    };
}
