using Earshot.Emulator.Scheduling;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Earshot.Emulator.Loading;

/// <summary>Gives each InternalCall method a body that calls the registered native half.</summary>
internal static class NativeBinder
{
    /// <summary>Returns the methods that now have a native half; it prices itself.</summary>
    public static IReadOnlySet<MethodDefinition> Bind(ModuleDefinition module, NativeMethodTable natives, LoadErrors errors)
    {
        var bound = new HashSet<MethodDefinition>();
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.IsInternalCall))
        {
            if (natives.Find(method) is not { } native)
            {
                errors.Add($"native method {method.FullName} has no native half");
                continue;
            }

            method.ImplAttributes = MethodImplAttributes.IL | MethodImplAttributes.NoInlining;
            var il = method.Body.GetILProcessor();
            foreach (var parameter in method.HasThis ? method.Parameters.Prepend(method.Body.ThisParameter) : method.Parameters)
            {
                il.Emit(OpCodes.Ldarg, parameter);
            }

            il.Emit(OpCodes.Call, module.ImportReference(native));
            if (method.ReturnType is ArrayType || method.ReturnType.MetadataType == MetadataType.String)
            {
                il.Emit(OpCodes.Dup);
                il.Emit(OpCodes.Call, module.ImportReference(typeof(ThreadMeter).GetMethod(nameof(ThreadMeter.AllocateResult))));
            }

            il.Emit(OpCodes.Ret);
            bound.Add(method);
        }

        return bound;
    }
}
