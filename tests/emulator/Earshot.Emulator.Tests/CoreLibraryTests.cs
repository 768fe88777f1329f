using System.Reflection;
using Earshot.Emulator.Loading;
using Mono.Cecil;

namespace Earshot.Emulator.Tests;

/// <summary>What nanoFramework's mscorlib has, the emulator provides.</summary>
public sealed class CoreLibraryTests
{
    [Fact]
    public void EveryPublicMemberOfMscorlibIsThere()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "packages", "mscorlib.dll");
        using var assembly = AssemblyDefinition.ReadAssembly(path);
        var missing = assembly.MainModule.GetTypes().Where(IsReachable).SelectMany(MissingOf).Order(StringComparer.Ordinal);
        Assert.Equal([], missing);
    }

    private static IEnumerable<string> MissingOf(TypeDefinition type)
    {
        if (ClassLibrary.Find("mscorlib", type.FullName) is not { } target)
        {
            // Attributes are for compilers; the weaver removes those that .NET does not have.
            return type.Name.EndsWith("Attribute", StringComparison.Ordinal) || type.DeclaringType?.Name == "DebuggableAttribute"
                ? []
                : [$"type {type.FullName}"];
        }

        return type.IsEnum || type.BaseType?.FullName == "System.MulticastDelegate"
            ? []
            : type.Methods.Where(method => IsReachable(method) && !IsThere(method, target)).Select(method => $"{type.FullName}.{Signature(method)}");
    }

    private static bool IsThere(MethodDefinition method, Type target)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        if (MemberReplacements.Find(method) is not null)
        {
            return true;
        }

        var wanted = Signature(method);
        var candidates = target.GetMethods(Any).Concat<MethodBase>(target.GetConstructors(Any));
        return target.IsInterface || candidates.Any(candidate => candidate.IsStatic == !method.HasThis
            && !candidate.IsAssembly && !candidate.IsPrivate && HostSignature.Of(candidate) == wanted);
    }

    private static string Signature(MethodDefinition method) =>
        HostSignature.Join(method.Name, method.Parameters.Select(parameter => HostName(parameter.ParameterType)));

    private static string HostName(TypeReference type) => type switch
    {
        ArrayType array => HostName(array.ElementType) + "[]",
        ByReferenceType reference => HostName(reference.ElementType) + "&",
        _ when ClassLibrary.Find("mscorlib", type.FullName) is { } host => HostSignature.NameOf(host),
        _ => type.FullName,
    };

    private static bool IsReachable(TypeDefinition type) =>
        (type.IsPublic || (type.IsNestedPublic && IsReachable(type.DeclaringType))) && !type.HasGenericParameters;

    // Nobody but a compiler's own delegates and arrays derives from the abstract classes below them.
    private static bool IsReachable(MethodDefinition method) => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
        && !(method.IsConstructor && (method.DeclaringType.FullName is "System.Array" or "System.Delegate" or "System.MulticastDelegate"));
}
