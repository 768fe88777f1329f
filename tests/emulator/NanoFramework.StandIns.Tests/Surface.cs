using Mono.Cecil;

namespace Earshot.StandIns.Tests;

/// <summary>Lists the public members of an assembly, one line each, in the format of the listings.</summary>
internal static class Surface
{
    public static IEnumerable<string> Of(AssemblyDefinition assembly) =>
        from type in assembly.MainModule.GetTypes()
        where IsVisible(type)
        from line in Of(type)
        select line;

    public static string Header(AssemblyDefinition assembly)
    {
        string token = Convert.ToHexStringLower(assembly.Name.PublicKeyToken);
        return $"# {assembly.Name.Name}, Version={assembly.Name.Version}, Culture=neutral, PublicKeyToken={token}";
    }

    private static bool IsVisible(TypeDefinition type) =>
        type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily) && IsVisible(type.DeclaringType) : type.IsPublic;

    private static IEnumerable<string> Of(TypeDefinition type)
    {
        string name = TypeNames.Of(type);
        if (type.BaseType?.FullName == "System.MulticastDelegate")
        {
            MethodDefinition invoke = type.Methods.Single(method => method.Name == "Invoke");
            return [$"type delegate {name}", $"  delegate {TypeNames.Of(invoke.ReturnType)} {name}({Members.Parameters(invoke)})"];
        }

        if (type.IsEnum)
        {
            FieldDefinition value = type.Fields.Single(field => !field.IsStatic);
            return type.Fields.Where(field => field.IsStatic)
                .Select(field => $"  {name}.{field.Name} = {Members.Constant(field.Constant)}")
                .Prepend($"type enum {name} : {TypeNames.Of(value.FieldType)}");
        }

        return Members.Of(type).Select(line => $"{name}: {line}").Prepend($"type {Kind(type)} {name}{Bases(type)}");
    }

    private static string Kind(TypeDefinition type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(TypeDefinition type)
    {
        IEnumerable<TypeReference> bases = type.Interfaces.Select(implementation => implementation.InterfaceType);
        if (!type.IsValueType && type.BaseType is { FullName: not "System.Object" } baseType)
        {
            bases = bases.Prepend(baseType);
        }

        string list = string.Join(", ", bases.Select(TypeNames.Of));
        return list.Length == 0 ? "" : " : " + list;
    }
}
