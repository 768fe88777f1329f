using System.Reflection;
using Mono.Cecil;

namespace Earshot.Emulator.Loading;

/// <summary>The native halves that a board's firmware has, as nanoCLR's tables of native methods.</summary>
public sealed class NativeMethodTable
{
    private readonly Dictionary<string, MethodInfo> _methods = [];

    /// <summary>What firmware with Earshot has.</summary>
    public static NativeMethodTable Earshot => new NativeMethodTable()
        .Add(typeof(Natives.EarshotMicrophone))
        .Add(typeof(Natives.EarshotClassifier))
        .Add(typeof(Natives.EarshotPower))
        .Add(typeof(Natives.EarshotWatchdog))
        .Add(typeof(Natives.RuntimeEnvironment))
        .Add(typeof(Natives.RuntimeExecutionConstraint))
        .Add(typeof(Natives.RuntimeGarbageCollector))
        .Add(typeof(Natives.RuntimePower))
        .Add(typeof(Natives.RuntimeRtc))
        .Add(typeof(Natives.RuntimeSystemInfo))
        .Add(typeof(Natives.Stm32BackupMemory))
        .Add(typeof(Natives.Stm32Configuration))
        .Add(typeof(Natives.Stm32Power))
        .Add(typeof(Natives.Stm32Rtc))
        .Add(typeof(Natives.Stm32Utilities));

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
            _methods[$"{result} {attribute.FullName}::{HostSignature.Of(method)}"] = method;
        }

        return this;
    }

    internal MethodInfo? Find(MethodDefinition method)
    {
        var parameters = method.Parameters.Select(parameter => NameOf(parameter.ParameterType));
        if (method.HasThis)
        {
            parameters = parameters.Prepend("System.Object");
        }

        var signature = HostSignature.Join(method.Name, parameters);
        return _methods.GetValueOrDefault($"{NameOf(method.ReturnType)} {method.DeclaringType.FullName}::{signature}");
    }

    // What only the device knows arrives as what it is made of.
    private static string NameOf(TypeReference type) => type switch
    {
        TypeDefinition { IsEnum: true } enumeration => enumeration.Fields.Single(field => !field.IsStatic).FieldType.FullName,
        TypeDefinition { IsValueType: false } => "System.Object",
        _ => type.FullName,
    };
}
