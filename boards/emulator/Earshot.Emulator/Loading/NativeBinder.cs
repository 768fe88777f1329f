using Earshot.Emulator.Scheduling;
using Mono.Cecil;
using Mono.Cecil.Cil;
using MethodInfo = System.Reflection.MethodInfo;

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
            EmitCall(module, method, native);
            bound.Add(method);
        }

        return bound;
    }

    private static void EmitCall(ModuleDefinition module, MethodDefinition method, MethodInfo native)
    {
        var il = method.Body.GetILProcessor();
        if (method.HasThis)
        {
            il.Emit(OpCodes.Ldarg_0);
        }
        else if (NativeSignature.TakesDeclaringType(native, method))
        {
            il.Emit(OpCodes.Ldtoken, method.DeclaringType);
            il.Emit(OpCodes.Call, module.ImportReference(typeof(Type).GetMethod(nameof(Type.GetTypeFromHandle))));
        }

        var host = native.GetParameters()[(native.GetParameters().Length - method.Parameters.Count)..];
        foreach (var (parameter, hostParameter) in method.Parameters.Zip(host))
        {
            var field = NativeSignature.WrappedField(parameter.ParameterType, hostParameter.ParameterType);
            il.Emit(field is null ? OpCodes.Ldarg : OpCodes.Ldarga, parameter);
            if (field is not null)
            {
                il.Emit(OpCodes.Ldfld, field);
            }
        }

        il.Emit(OpCodes.Call, module.ImportReference(native));
        EmitResult(method, native, il);
        if (method.ReturnType is ArrayType || method.ReturnType.MetadataType == MetadataType.String)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Call, module.ImportReference(typeof(ThreadMeter).GetMethod(nameof(ThreadMeter.AllocateResult))));
        }

        il.Emit(OpCodes.Ret);
    }

    private static void EmitResult(MethodDefinition method, MethodInfo native, ILProcessor il)
    {
        if (NativeSignature.WrappedField(method.ReturnType, native.ReturnType) is { } field)
        {
            var value = new VariableDefinition(field.FieldType);
            var result = new VariableDefinition(method.ReturnType);
            method.Body.InitLocals = true;
            method.Body.Variables.Add(value);
            method.Body.Variables.Add(result);
            il.Emit(OpCodes.Stloc, value);
            il.Emit(OpCodes.Ldloca, result);
            il.Emit(OpCodes.Ldloc, value);
            il.Emit(OpCodes.Stfld, field);
            il.Emit(OpCodes.Ldloc, result);
        }
        else if (native.ReturnType == typeof(object) && method.ReturnType.FullName != "System.Object")
        {
            il.Emit(OpCodes.Castclass, method.ReturnType);
        }
    }
}
