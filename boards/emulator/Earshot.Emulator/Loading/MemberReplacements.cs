using System.Reflection;
using Earshot.Emulator.Runtime;
using Mono.Cecil;

namespace Earshot.Emulator.Loading;

/// <summary>Which methods of .NET types are replaced, read from <see cref="ReplacesMembersOfAttribute"/>.</summary>
internal static class MemberReplacements
{
    private const string Constructor = "New";

    private static readonly Dictionary<string, MethodInfo> Methods =
        ClassLibrary.Runtime.GetTypes()
            .Select(holder => (Holder: holder, Attribute: holder.GetCustomAttribute<ReplacesMembersOfAttribute>()))
            .Where(pair => pair.Attribute is not null)
            .SelectMany(pair => pair.Holder.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Select(method => (Key: KeyOf(pair.Attribute!.Type, method), Method: method)))
            .ToDictionary(pair => pair.Key, pair => pair.Method);

    /// <summary>Finds what takes the place of a method that is already bound to a .NET type.</summary>
    public static MethodInfo? Find(MethodReference method)
    {
        var isConstructor = method.Name == ".ctor";
        var parameters = method.Parameters.Select(parameter => parameter.ParameterType.FullName);
        var signature = HostSignature.Join(isConstructor ? Constructor : method.Name, parameters);
        return Methods.GetValueOrDefault(Key(method.DeclaringType.FullName, signature, method.HasThis && !isConstructor));
    }

    private static string KeyOf(Type type, MethodInfo method)
    {
        var parameters = method.GetParameters();
        var isInstance = parameters.Length > 0 && parameters[0].Name == "self";
        var types = HostSignature.ParametersOf(method).Skip(isInstance ? 1 : 0);
        return Key(HostSignature.NameOf(type), HostSignature.Join(method.Name, types), isInstance);
    }

    private static string Key(string type, string signature, bool isInstance) =>
        $"{type}{(isInstance ? '.' : ':')}{signature}";
}
