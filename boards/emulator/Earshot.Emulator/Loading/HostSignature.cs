using System.Reflection;
using Mono.Cecil;

namespace Earshot.Emulator.Loading;

/// <summary>One text form for a method's name and parameters, from IL and from reflection alike.</summary>
internal static class HostSignature
{
    private const BindingFlags AnyMember =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>Name and parameters, such as <c>CopyTo(System.Array,System.Int32)</c>.</summary>
    public static string Of(MethodReference method) =>
        Join(method.Name, method.Parameters.Select(parameter => parameter.ParameterType.FullName));

    /// <inheritdoc cref="Of(MethodReference)"/>
    public static string Of(MethodBase method) => Join(method.Name, ParametersOf(method));

    /// <summary>Parameter types, as IL writes them.</summary>
    public static IEnumerable<string> ParametersOf(MethodBase method) =>
        method.GetParameters().Select(parameter => NameOf(parameter.ParameterType));

    /// <summary>A type's name, as IL writes it.</summary>
    public static string NameOf(Type type) => (type.FullName ?? type.Name).Replace('+', '/');

    /// <summary>Joins a name and parameter types.</summary>
    public static string Join(string name, IEnumerable<string> parameters) => $"{name}({string.Join(',', parameters)})";

    /// <summary>Whether a type has a method, its own or inherited.</summary>
    public static bool Has(Type type, MethodReference method)
    {
        if (method.DeclaringType is GenericInstanceType)
        {
            return type.GetMember(method.Name, AnyMember).Length > 0;
        }

        var wanted = Of(method);
        return AllMethodsOf(type).Any(candidate => candidate.IsStatic == !method.HasThis
            && !candidate.IsAssembly && !candidate.IsPrivate && Of(candidate) == wanted);
    }

    /// <summary>Whether a type has a field that device code can reach.</summary>
    public static bool Has(Type type, FieldReference field) =>
        type.GetField(field.Name, AnyMember) is { IsAssembly: false, IsPrivate: false };

    private static IEnumerable<MethodBase> AllMethodsOf(Type type) =>
        type.GetMethods(AnyMember).Concat<MethodBase>(type.GetConstructors(AnyMember));
}
