using Mono.Cecil;

namespace Earshot.Interop.Generator.Naming;

/// <summary>Names classes and native methods as nanoFramework's metadata processor does in the firmware's headers.</summary>
public static class NativeNames
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
        ["System.IntPtr"] = "I4",
        ["System.UIntPtr"] = "U4",
        ["System.WeakReference"] = "WEAKCLASS",
    };

    /// <summary>Namespace, declaring types and name of a class, joined by underscores.</summary>
    public static string OfClass(TypeDefinition type)
    {
        var outer = type.DeclaringType is null ? "" : OfClass(type.DeclaringType);
        return $"{outer}_{type.Namespace}_{type.Name}".Replace('.', '_').TrimStart('_');
    }

    /// <summary>A method's name, whether it is static, and the types of its result and its parameters.</summary>
    public static string OfMethod(MethodDefinition method)
    {
        var types = method.Parameters.Select(parameter => OfType(parameter.ParameterType)).Prepend(OfType(method.ReturnType));
        var name = $"{method.Name}{(method.IsStatic ? "___STATIC__" : "___")}{string.Join("__", types)}";
        return name.Replace('.', '_').Replace("/", "");
    }

    private static string OfType(TypeReference type) => type switch
    {
        ArrayType array => "SZARRAY_" + OfType(array.GetElementType()),
        ByReferenceType { ElementType: ArrayType array } => "BYREF_SZARRAY_" + OfType(array.ElementType),
        ByReferenceType reference => "BYREF_" + OfType(reference.ElementType),
        GenericParameter => "GENERICTYPE",
        _ => Tokens.GetValueOrDefault(type.FullName, type.FullName.Replace(".", "")),
    };
}
