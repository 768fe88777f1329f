using System.Reflection;
using Mono.Cecil;

namespace Earshot.Emulator.Loading;

/// <summary>The native halves that a board's firmware has, as nanoCLR's tables of native methods.</summary>
public sealed class NativeMethodTable
{
    private const string Constructor = "Construct";

    private readonly Dictionary<string, MethodInfo> _methods = [];

    /// <summary>What firmware with Earshot and nanoFramework's packages has: every native half of this assembly.</summary>
    public static NativeMethodTable Earshot
    {
        get
        {
            var table = new NativeMethodTable();
            foreach (var holder in typeof(NativeMethodTable).Assembly.GetTypes().Where(IsHolder))
            {
                table.Add(holder);
            }

            return table;
        }
    }

    /// <summary>Creates an empty table.</summary>
    public NativeMethodTable()
    {
    }

    /// <summary>Creates a table that starts with what another one has.</summary>
    public NativeMethodTable(NativeMethodTable other) => _methods = new Dictionary<string, MethodInfo>(other._methods);

    internal IEnumerable<Assembly> Assemblies => _methods.Values.Select(method => method.DeclaringType!.Assembly).Distinct();

    /// <summary>Adds the public static methods of a class marked with <see cref="NativeHalfOfAttribute"/>.</summary>
    /// <exception cref="ArgumentException">The class is not marked, or cannot be reached from outside its assembly.</exception>
    public NativeMethodTable Add(Type holder)
    {
        var attribute = holder.GetCustomAttribute<NativeHalfOfAttribute>()
            ?? throw new ArgumentException($"{holder} has no {nameof(NativeHalfOfAttribute)}.", nameof(holder));
        if (!holder.IsVisible)
        {
            throw new ArgumentException($"{holder} is not public.", nameof(holder));
        }

        foreach (var method in holder.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            var result = HostSignature.NameOf(method.ReturnType);
            _methods[$"{attribute.FullName}::{HostSignature.Of(method)} {result}"] = method;
        }

        return this;
    }

    internal MethodInfo? Find(MethodDefinition method)
    {
        var start = $"{method.DeclaringType.FullName}::{(method.IsConstructor ? Constructor : method.Name)}(";
        return _methods.Where(pair => pair.Key.StartsWith(start, StringComparison.Ordinal))
            .Select(pair => pair.Value)
            .FirstOrDefault(native => NativeSignature.Fits(native, method));
    }

    private static bool IsHolder(Type type) => type.IsDefined(typeof(NativeHalfOfAttribute));
}
