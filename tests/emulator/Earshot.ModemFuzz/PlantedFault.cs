using System.Globalization;
using Mono.Cecil.Cil;

namespace Earshot.ModemFuzz;

/// <summary>A fault that the fuzzer must find: one condition of one method that does not do what it should.</summary>
/// <param name="Type">The class.</param>
/// <param name="Method">The method.</param>
/// <param name="Branch">Which of its conditional branches, from 0.</param>
/// <param name="Kind">Whether the branch is never taken, always taken, or taken when it should not.</param>
internal sealed record PlantedFault(string Type, string Method, int Branch, string Kind)
{
    private static readonly Dictionary<Code, OpCode> Opposites = new()
    {
        [Code.Brtrue] = OpCodes.Brfalse,
        [Code.Brfalse] = OpCodes.Brtrue,
        [Code.Beq] = OpCodes.Bne_Un,
        [Code.Bne_Un] = OpCodes.Beq,
        [Code.Blt] = OpCodes.Bge,
        [Code.Bge] = OpCodes.Blt,
        [Code.Bgt] = OpCodes.Ble,
        [Code.Ble] = OpCodes.Bgt,
    };

    /// <summary>Reads <c>Type.Method:branch:never</c>, <c>always</c> or <c>turned</c>.</summary>
    public static PlantedFault Parse(string text)
    {
        var parts = text.Split('.', ':');
        return new PlantedFault(parts[0], parts[1], int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
    }

    /// <summary>Plants it.</summary>
    public void Apply(MethodBody body)
    {
        var branch = body.Instructions.Where(instruction => Opposites.ContainsKey(instruction.OpCode.Code)).ElementAt(Branch);
        if (Kind == "turned")
        {
            branch.OpCode = Opposites[branch.OpCode.Code];
            return;
        }

        // What the branch would have looked at goes unused.
        var target = branch.Operand;
        var isOfTwo = branch.OpCode.Code is not (Code.Brtrue or Code.Brfalse);
        branch.OpCode = OpCodes.Pop;
        branch.Operand = null;
        var il = body.GetILProcessor();
        if (Kind == "always")
        {
            il.InsertAfter(branch, Instruction.Create(OpCodes.Br, (Instruction)target));
        }

        if (isOfTwo)
        {
            il.InsertAfter(branch, Instruction.Create(OpCodes.Pop));
        }
    }
}
