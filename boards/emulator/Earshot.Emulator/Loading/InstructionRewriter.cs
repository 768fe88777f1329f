using Earshot.Emulator.Runtime.ClassLibrary;
using Mono.Cecil;
using Mono.Cecil.Cil;
using MethodInfo = System.Reflection.MethodInfo;

namespace Earshot.Emulator.Loading;

/// <summary>Rewrites instructions that mean something else on nanoCLR than on .NET.</summary>
internal sealed class InstructionRewriter(ModuleDefinition module, IReadOnlyDictionary<MethodReference, MethodInfo> replaced)
{
    private static readonly MethodInfo IdentityHash = typeof(ObjectMembers).GetMethod(nameof(ObjectMembers.IdentityHashCode))!;

    // nanoCLR computes the checked forms without checking.
    private static readonly Dictionary<Code, OpCode> Unchecked = new()
    {
        [Code.Add_Ovf] = OpCodes.Add,
        [Code.Add_Ovf_Un] = OpCodes.Add,
        [Code.Sub_Ovf] = OpCodes.Sub,
        [Code.Sub_Ovf_Un] = OpCodes.Sub,
        [Code.Mul_Ovf] = OpCodes.Mul,
        [Code.Mul_Ovf_Un] = OpCodes.Mul,
        [Code.Conv_Ovf_I1] = OpCodes.Conv_I1,
        [Code.Conv_Ovf_I1_Un] = OpCodes.Conv_I1,
        [Code.Conv_Ovf_I2] = OpCodes.Conv_I2,
        [Code.Conv_Ovf_I2_Un] = OpCodes.Conv_I2,
        [Code.Conv_Ovf_I4] = OpCodes.Conv_I4,
        [Code.Conv_Ovf_I4_Un] = OpCodes.Conv_I4,
        [Code.Conv_Ovf_I8] = OpCodes.Conv_I8,
        [Code.Conv_Ovf_I8_Un] = OpCodes.Conv_U8,
        [Code.Conv_Ovf_U1] = OpCodes.Conv_U1,
        [Code.Conv_Ovf_U1_Un] = OpCodes.Conv_U1,
        [Code.Conv_Ovf_U2] = OpCodes.Conv_U2,
        [Code.Conv_Ovf_U2_Un] = OpCodes.Conv_U2,
        [Code.Conv_Ovf_U4] = OpCodes.Conv_U4,
        [Code.Conv_Ovf_U4_Un] = OpCodes.Conv_U4,
        [Code.Conv_Ovf_U8] = OpCodes.Conv_U8,
        [Code.Conv_Ovf_U8_Un] = OpCodes.Conv_U8,
    };

    public void Rewrite(MethodBody body)
    {
        foreach (var instruction in body.Instructions.ToList())
        {
            if (Unchecked.TryGetValue(instruction.OpCode.Code, out var plain))
            {
                instruction.OpCode = plain;
            }
            else if (instruction.Operand is MethodReference method && replaced.TryGetValue(method, out var replacement))
            {
                Redirect(body, instruction, method, replacement);
            }
        }
    }

    private void Redirect(MethodBody body, Instruction instruction, MethodReference method, MethodInfo replacement)
    {
        if (method.Name == ".ctor" && instruction.OpCode.Code != Code.Newobj)
        {
            // A derived class calls its base's constructor, which has to work on the object that is there.
            return;
        }

        if (method.DeclaringType.FullName == "System.Object")
        {
            if (instruction.OpCode.Code == Code.Call)
            {
                // base.ToString() and base.GetHashCode() must not find their way back to the override that calls them.
                replacement = method.Name == nameof(GetHashCode) ? IdentityHash : null!;
                if (replacement is null)
                {
                    return;
                }
            }
            else if (instruction.Previous is { OpCode.Code: Code.Constrained } prefix)
            {
                BoxReceiver(body, prefix);
            }
        }

        instruction.OpCode = instruction.OpCode.Code == Code.Ldftn ? OpCodes.Ldftn : OpCodes.Call;
        instruction.Operand = module.ImportReference(replacement);
    }

    private static void BoxReceiver(MethodBody body, Instruction prefix)
    {
        var type = (TypeReference)prefix.Operand;
        prefix.OpCode = OpCodes.Ldobj;
        body.GetILProcessor().InsertAfter(prefix, Instruction.Create(OpCodes.Box, type));
    }
}
