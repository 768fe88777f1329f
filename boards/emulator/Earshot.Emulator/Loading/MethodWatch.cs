using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Earshot.Emulator.Loading;

/// <summary>
/// Tells the board's <see cref="EmulatedBoard.Called"/> and <see cref="EmulatedBoard.Returned"/> of a device method, so that a test can hold
/// what an app has promised against what becomes of it. It costs no virtual time: the trace is the same with it or without.
/// </summary>
internal static class MethodWatch
{
    /// <summary>How a method is named: its type's full name, two colons, its own name.</summary>
    public static string NameOf(MethodDefinition method) => $"{method.DeclaringType.FullName}::{method.Name}";

    /// <summary>Watches a method; the last thing that is done to it.</summary>
    public static void Add(MethodDefinition method)
    {
        var module = method.Module;
        var body = method.Body;
        body.SimplifyMacros();
        var il = body.GetILProcessor();
        var first = body.Instructions[0];
        foreach (var instruction in Arguments(method).Append(CallOf(nameof(EmulatedBoard.TellCall))))
        {
            il.InsertBefore(first, instruction);
        }

        var hasResult = method.ReturnType.MetadataType != MetadataType.Void;
        foreach (var end in body.Instructions.Where(instruction => instruction.OpCode.Code == Code.Ret).ToList())
        {
            // What branches to the end of the method branches to the beginning of this.
            end.OpCode = hasResult ? OpCodes.Dup : OpCodes.Ldnull;
            Instruction[] told =
            [
                .. hasResult && method.ReturnType.IsValueType ? [Instruction.Create(OpCodes.Box, method.ReturnType)] : Array.Empty<Instruction>(),
                .. Arguments(method),
                CallOf(nameof(EmulatedBoard.TellReturn)),
                Instruction.Create(OpCodes.Ret),
            ];
            var at = end;
            foreach (var instruction in told)
            {
                il.InsertAfter(at, instruction);
                at = instruction;
            }
        }

        body.OptimizeMacros();

        Instruction CallOf(string name) => Instruction.Create(OpCodes.Call, module.ImportReference(typeof(EmulatedBoard).GetMethod(name)));
    }

    // Its name, the object it belongs to and its first argument.
    private static IEnumerable<Instruction> Arguments(MethodDefinition method)
    {
        yield return Instruction.Create(OpCodes.Ldstr, NameOf(method));
        yield return method.HasThis ? Instruction.Create(OpCodes.Ldarg, method.Body.ThisParameter) : Instruction.Create(OpCodes.Ldnull);
        if (method.Parameters.Count == 0)
        {
            yield return Instruction.Create(OpCodes.Ldnull);
            yield break;
        }

        yield return Instruction.Create(OpCodes.Ldarg, method.Parameters[0]);
        if (method.Parameters[0].ParameterType.IsValueType)
        {
            yield return Instruction.Create(OpCodes.Box, method.Parameters[0].ParameterType);
        }
    }
}
