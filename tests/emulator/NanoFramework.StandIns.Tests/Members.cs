using System.Globalization;
using Mono.Cecil;

namespace Earshot.StandIns.Tests;

/// <summary>Lists the public and protected members of a type in the format of the listings.</summary>
internal static class Members
{
    private const string NativeMark = "   // native";

    public static IEnumerable<string> Of(TypeDefinition type)
    {
        string name = TypeNames.Of(type);
        return
        [
            .. type.Fields.Where(IsVisible).Select(field => Field(name, field)),
            .. type.Methods.Where(method => method.IsConstructor && !method.IsStatic && IsVisible(method))
                .Select(method => $"ctor {Protected(method)}{name}({Parameters(method)}){Native(method)}"),
            .. type.Properties.Where(property => Accessors(property).Any()).Select(property => Property(name, property)),
            .. type.Events.Where(entry => IsVisible(entry.AddMethod))
                .Select(entry => $"event {Modifiers(entry.AddMethod)}{TypeNames.Of(entry.EventType)} {name}.{entry.Name}"),
            .. type.Methods.Where(method => IsPlain(method) && IsVisible(method)).Select(method =>
                $"method {Modifiers(method)}{TypeNames.Of(method.ReturnType)} {name}.{method.Name}({Parameters(method)}){Native(method)}"),
        ];
    }

    public static string Parameters(IMethodSignature method) => string.Join(", ", method.Parameters.Select(Parameter));

    public static string Constant(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        char.MinValue => "\\0",
        char.MaxValue => "\\uffff",
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Field(string typeName, FieldDefinition field)
    {
        string modifiers = (field.IsFamily ? "protected " : "") +
            (field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : ""));
        string value = field.IsLiteral ? " = " + Constant(field.Constant) : "";
        return $"field {modifiers}{TypeNames.Of(field.FieldType)} {typeName}.{field.Name}{value}";
    }

    private static string Property(string typeName, PropertyDefinition property)
    {
        MethodDefinition[] accessors = [.. Accessors(property)];
        string name = property.Parameters.Count == 0
            ? property.Name
            : $"this[{string.Join(", ", property.Parameters.Select(Parameter))}]";
        string list = string.Join(" ", accessors.Select(accessor => accessor.IsGetter ? "get;" : "set;"));
        string native = accessors.Any(accessor => accessor.IsInternalCall) ? NativeMark : "";
        return $"property {Modifiers(accessors[0])}{TypeNames.Of(property.PropertyType)} {typeName}.{name} {{ {list} }}{native}";
    }

    private static IEnumerable<MethodDefinition> Accessors(PropertyDefinition property)
    {
        if (property.GetMethod is { } getter && IsVisible(getter))
        {
            yield return getter;
        }

        if (property.SetMethod is { } setter && IsVisible(setter))
        {
            yield return setter;
        }
    }

    private static string Parameter(ParameterDefinition parameter)
    {
        string mode = parameter switch
        {
            { IsOut: true } => "out ",
            { ParameterType: ByReferenceType } => "ref ",
            _ when parameter.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "ParamArrayAttribute") => "params ",
            _ => "",
        };
        string value = parameter.HasConstant ? " = " + Constant(parameter.Constant) : "";
        return $"{mode}{TypeNames.Of(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Modifiers(MethodDefinition method)
    {
        string kind = method switch
        {
            { IsStatic: true } => "static ",
            { DeclaringType.IsInterface: true } => "",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsNewSlot: false } => "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
        return Protected(method) + kind;
    }

    private static string Protected(MethodDefinition method) => method.IsPublic ? "" : "protected ";

    private static string Native(MethodDefinition method) => method.IsInternalCall ? NativeMark : "";

    private static bool IsPlain(MethodDefinition method) =>
        !method.IsConstructor && !method.IsGetter && !method.IsSetter && !method.IsAddOn && !method.IsRemoveOn;

    private static bool IsVisible(MethodDefinition method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldDefinition field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;
}
