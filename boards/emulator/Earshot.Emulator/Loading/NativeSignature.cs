using System.Reflection;
using Earshot.Emulator.Runtime;
using Mono.Cecil;

namespace Earshot.Emulator.Loading;

/// <summary>Whether a native half has the parameters and the result that a device method needs.</summary>
/// <remarks>
/// A type that only the device knows is passed as what it is made of: an enumeration as its number, a structure around
/// one value as that value, and any class or array as <see cref="object"/>.
/// </remarks>
internal static class NativeSignature
{
    /// <summary>Whether a native half can be called in the place of a device method.</summary>
    public static bool Fits(MethodInfo native, MethodDefinition method)
    {
        var parameters = native.GetParameters();
        var leading = method.HasThis || TakesDeclaringType(native, method) ? 1 : 0;
        if (parameters.Length != method.Parameters.Count + leading
            || (method.HasThis && parameters[0].ParameterType != typeof(object)))
        {
            return false;
        }

        return Fits(method.ReturnType, native.ReturnType)
            && method.Parameters.Zip(parameters[leading..]).All(pair => Fits(pair.First.ParameterType, pair.Second.ParameterType));
    }

    /// <summary>Whether the native half of a static method wants to know the class, to create objects beside it.</summary>
    public static bool TakesDeclaringType(MethodInfo native, MethodDefinition method) =>
        !method.HasThis
        && native.GetParameters() is [{ ParameterType: var first }, ..] parameters
        && first == typeof(Type)
        && parameters.Length == method.Parameters.Count + 1;

    /// <summary>
    /// The one field of a device structure that is passed as that field's value, made accessible; null when it is not.
    /// </summary>
    public static FieldDefinition? WrappedField(TypeReference device, Type host)
    {
        if (device is not TypeDefinition { IsValueType: true, IsEnum: false } structure
            || structure.Fields.Where(field => !field.IsStatic).ToList() is not [var field]
            || NameOf(host) != field.FieldType.FullName)
        {
            return null;
        }

        field.IsPublic = true;
        field.IsInitOnly = false;
        return field;
    }

    private static bool Fits(TypeReference device, Type host)
    {
        if (NameOf(host) == device.FullName)
        {
            return true;
        }

        if (device is TypeDefinition { IsEnum: true } enumeration)
        {
            return NameOf(host) == enumeration.Fields.Single(field => !field.IsStatic).FieldType.FullName;
        }

        return device.IsValueType ? WrappedField(device, host) is not null : host == typeof(object) && !device.IsByReference;
    }

    private static string NameOf(Type host) =>
        host.GetCustomAttribute<ReplacesAttribute>() is { } replaces ? replaces.FullName : HostSignature.NameOf(host);
}
