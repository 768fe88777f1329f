using Earshot.Emulator.Runtime.Threading;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Earshot.Emulator.Loading;

/// <summary>
/// Gives methods marked Synchronized (C# marks the accessors of events) the device's lock instead of .NET's, which would
/// stop the thread that holds the baton.
/// </summary>
internal static class SynchronizedMethods
{
    public static void Rewrite(ModuleDefinition module)
    {
        foreach (var type in module.GetTypes().ToList())
        {
            foreach (var method in type.Methods.Where(method => method.IsSynchronized && method.HasBody).ToList())
            {
                Rewrite(module, method);
            }
        }
    }

    private static void Rewrite(ModuleDefinition module, MethodDefinition method)
    {
        var inner = new MethodDefinition(
            $"<{method.Name}>Locked",
            MethodAttributes.Private | MethodAttributes.HideBySig | (method.IsStatic ? MethodAttributes.Static : 0),
            method.ReturnType)
        {
            HasThis = method.HasThis,
        };
        foreach (var parameter in method.Parameters)
        {
            inner.Parameters.Add(parameter);
        }

        inner.Body = method.Body;
        method.DeclaringType.Methods.Add(inner);
        method.IsSynchronized = false;
        method.Body = new MethodBody(method) { InitLocals = true };
        EmitLockedCall(module, method, inner);
    }

    private static void EmitLockedCall(ModuleDefinition module, MethodDefinition method, MethodDefinition inner)
    {
        var body = method.Body;
        var result = inner.ReturnType.MetadataType == MetadataType.Void ? null : new VariableDefinition(inner.ReturnType);
        if (result is not null)
        {
            body.Variables.Add(result);
        }

        var il = body.GetILProcessor();
        void EmitLock(string monitorMethod)
        {
            if (method.HasThis)
            {
                il.Emit(OpCodes.Ldarg_0);
            }
            else
            {
                il.Emit(OpCodes.Ldtoken, method.DeclaringType);
                il.Emit(OpCodes.Call, module.ImportReference(typeof(Type).GetMethod(nameof(Type.GetTypeFromHandle))));
            }

            il.Emit(OpCodes.Call, module.ImportReference(typeof(DeviceMonitor).GetMethod(monitorMethod)));
        }

        EmitLock(nameof(DeviceMonitor.Enter));
        var tryStart = body.Instructions.Count;
        foreach (var parameter in method.HasThis ? method.Parameters.Prepend(body.ThisParameter) : method.Parameters)
        {
            il.Emit(OpCodes.Ldarg, parameter);
        }

        il.Emit(OpCodes.Call, inner);
        if (result is not null)
        {
            il.Emit(OpCodes.Stloc, result);
        }

        var end = il.Create(OpCodes.Nop);
        il.Emit(OpCodes.Leave, end);
        var handlerStart = body.Instructions.Count;
        EmitLock(nameof(DeviceMonitor.Exit));
        il.Emit(OpCodes.Endfinally);
        il.Append(end);
        if (result is not null)
        {
            il.Emit(OpCodes.Ldloc, result);
        }

        il.Emit(OpCodes.Ret);
        body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally)
        {
            TryStart = body.Instructions[tryStart],
            TryEnd = body.Instructions[handlerStart],
            HandlerStart = body.Instructions[handlerStart],
            HandlerEnd = end,
        });
        body.OptimizeMacros();
    }
}
