using System.Reflection;

namespace Earshot.OnnxRuntimeTests;

/// <summary>Writes an assembly's public types and members the way official-members.txt does.</summary>
internal static class PublicMembers
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(nint)] = "nint",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    internal static IEnumerable<string> OfType(Type type)
    {
        var header = $"{Kind(type)} {type.Namespace}.{Name(type)}";
        yield return type.IsClass ? $"{header} : {type.BaseType!.FullName}" : header;
        if (type.IsEnum)
        {
            foreach (var name in Enum.GetNames(type))
            {
                yield return $"  {name} = {Convert.ToInt64(Enum.Parse(type, name))}";
            }

            yield break;
        }

        foreach (var constructor in type.GetConstructors(Declared))
        {
            yield return $"  {Name(type)}({Parameters(constructor)})";
        }

        foreach (var property in type.GetProperties(Declared))
        {
            var accessors = string.Concat(
                property.GetMethod is { IsPublic: true } ? " get;" : "", property.SetMethod is { IsPublic: true } ? " set;" : "");
            yield return $"  {Static(property.GetMethod!)}{Name(property.PropertyType)} {property.Name} {{{accessors} }}";
        }

        foreach (var method in type.GetMethods(Declared).Where(method => !method.IsSpecialName))
        {
            var arguments = method.IsGenericMethod
                ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>"
                : "";
            yield return $"  {Static(method)}{Name(method.ReturnType)} {method.Name}{arguments}({Parameters(method)})";
        }
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}"));

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = type.Name.Split('`')[0];
        if (type.IsGenericType)
        {
            name += $"<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
        }

        return type.Namespace!.StartsWith("Microsoft.ML", StringComparison.Ordinal) ? name : $"{type.Namespace}.{name}";
    }
}
