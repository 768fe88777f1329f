using Earshot.Emulator.Scheduling;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Earshot.Emulator.Loading;

/// <summary>Puts a charge at the head of each basic block, and makes stack traces independent of .NET's compiler.</summary>
internal sealed class BlockMeter(ModuleDefinition module)
{
    private readonly TypeReference _meter = module.ImportReference(typeof(ThreadMeter));
    private readonly MethodReference _enter = module.ImportReference(typeof(ThreadMeter).GetMethod(nameof(ThreadMeter.Enter)));
    private readonly MethodReference _charge = module.ImportReference(typeof(ThreadMeter).GetMethod(nameof(ThreadMeter.Charge)));
    private readonly MethodReference _return = module.ImportReference(typeof(ThreadMeter).GetMethod(nameof(ThreadMeter.Return)));

    /// <summary>Instruments a method; returns its local variable with the thread's meter, which <see cref="FrameMeter"/> sets.</summary>
    public VariableDefinition Instrument(MethodDefinition method)
    {
        var body = method.Body;
        var meter = new VariableDefinition(_meter);
        body.SimplifyMacros();
        var heads = FindHeads(body);
        var blocks = Split(body.Instructions, heads);
        var moved = new Dictionary<Instruction, Instruction>();
        var il = body.GetILProcessor();
        foreach (var block in blocks)
        {
            var first = Instruction.Create(OpCodes.Ldloc, meter);
            il.InsertBefore(block[0], first);
            il.InsertBefore(block[0], Instruction.Create(OpCodes.Ldc_I4, block.Count));
            il.InsertBefore(block[0], Instruction.Create(OpCodes.Ldc_I4, block.Sum(instruction => InstructionCost.Of(instruction.OpCode))));
            il.InsertBefore(block[0], Instruction.Create(OpCodes.Call, moved.Count == 0 ? _enter : _charge));
            moved.Add(block[0], first);
        }

        Retarget(body, moved);
        KeepCallers(body);
        body.Variables.Add(meter);
        body.OptimizeMacros();
        method.NoInlining = true;
        return meter;
    }

    private static HashSet<Instruction> FindHeads(MethodBody body)
    {
        var heads = new HashSet<Instruction> { body.Instructions[0] };
        foreach (var instruction in body.Instructions)
        {
            switch (instruction.Operand)
            {
                case Instruction target:
                    heads.Add(target);
                    break;
                case Instruction[] targets:
                    heads.UnionWith(targets);
                    break;
            }

            var endsBlock = instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw;
            if (endsBlock && instruction.Next is { } next)
            {
                heads.Add(next);
            }
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            heads.Add(handler.TryStart);
            heads.Add(handler.HandlerStart);
            if (handler.FilterStart is not null)
            {
                heads.Add(handler.FilterStart);
            }
        }

        return heads;
    }

    private static List<List<Instruction>> Split(IEnumerable<Instruction> instructions, HashSet<Instruction> heads)
    {
        var blocks = new List<List<Instruction>>();
        Instruction? previous = null;
        foreach (var instruction in instructions)
        {
            // Nothing may come between a prefix and its instruction.
            if (heads.Contains(instruction) && previous?.OpCode.OpCodeType != OpCodeType.Prefix)
            {
                blocks.Add([]);
            }

            blocks[^1].Add(instruction);
            previous = instruction;
        }

        return blocks;
    }

    private static void Retarget(MethodBody body, Dictionary<Instruction, Instruction> moved)
    {
        Instruction? Moved(Instruction? instruction) =>
            instruction is not null && moved.TryGetValue(instruction, out var first) ? first : instruction;

        foreach (var instruction in body.Instructions)
        {
            instruction.Operand = instruction.Operand switch
            {
                Instruction target => Moved(target),
                Instruction[] targets => Array.ConvertAll(targets, target => Moved(target)!),
                var other => other,
            };
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            handler.TryStart = Moved(handler.TryStart);
            handler.TryEnd = Moved(handler.TryEnd);
            handler.HandlerStart = Moved(handler.HandlerStart);
            handler.HandlerEnd = Moved(handler.HandlerEnd);
            handler.FilterStart = Moved(handler.FilterStart);
        }
    }

    private void KeepCallers(MethodBody body)
    {
        var il = body.GetILProcessor();
        foreach (var call in body.Instructions.Where(instruction => instruction.OpCode.FlowControl == FlowControl.Call).ToList())
        {
            if (call.Next?.OpCode.Code == Code.Ret)
            {
                il.InsertAfter(call, Instruction.Create(OpCodes.Call, _return));
            }
        }
    }
}
