using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Earshot.Emulator.Loading;

/// <summary>
/// Follows a method's evaluation stack and finds the references on it that nothing else holds while something may be allocated or
/// another thread may run. nanoCLR marks the evaluation stack; here the weaver notes those references in the frame.
/// </summary>
internal sealed class EvaluationStack
{
    private readonly DeviceTypes _types;
    private readonly Dictionary<Instruction, Entry[]> _before = [];
    private readonly Dictionary<Instruction, SortedSet<int>> _keep = [];
    private readonly Dictionary<Instruction, SortedSet<int>> _drop = [];
    private readonly List<(Instruction Consumer, int Depth, Entry Entry)> _uses = [];

    private EvaluationStack(MethodBody body, DeviceTypes types)
    {
        _types = types;
        Run(body);
        foreach (var (consumer, depth, entry) in _uses)
        {
            if (entry.Producers.Any(producer => _keep.TryGetValue(producer, out var depths) && depths.Contains(depth)))
            {
                Note(_drop, consumer, depth);
            }
        }
    }

    /// <summary>Instructions whose result has to be noted, and at which depths of the stack.</summary>
    public IReadOnlyDictionary<Instruction, SortedSet<int>> Keep => _keep;

    /// <summary>Instructions that use up what was noted.</summary>
    public IReadOnlyDictionary<Instruction, SortedSet<int>> Drop => _drop;

    /// <summary>Follows a method that already has its charges.</summary>
    public static EvaluationStack Of(MethodBody body, DeviceTypes types) => new(body, types);

    private void Run(MethodBody body)
    {
        var pending = new Stack<Instruction>();
        void Flow(Instruction? to, Entry[] state)
        {
            if (to is null)
            {
                return;
            }

            if (!_before.TryGetValue(to, out var known))
            {
                _before[to] = state;
                pending.Push(to);
            }
            else if (Merge(known, state) is { } merged)
            {
                _before[to] = merged;
                pending.Push(to);
            }
        }

        Flow(body.Instructions[0], []);
        foreach (var handler in body.ExceptionHandlers)
        {
            Entry[] thrown = [new Entry(true, [])];
            Flow(handler.FilterStart, thrown);
            Flow(handler.HandlerStart, handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter ? thrown : []);
        }

        while (pending.TryPop(out var instruction))
        {
            var after = Step(instruction, _before[instruction]);
            switch (instruction.Operand)
            {
                case Instruction target:
                    Flow(target, instruction.OpCode.Code is Code.Leave or Code.Leave_S ? [] : after);
                    break;
                case Instruction[] targets:
                    Array.ForEach(targets, target => Flow(target, after));
                    break;
            }

            if (instruction.OpCode.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw))
            {
                Flow(instruction.Next, after);
            }
        }
    }

    private Entry[] Step(Instruction instruction, Entry[] before)
    {
        if (MayCollect(instruction))
        {
            for (var depth = 0; depth < before.Length; depth++)
            {
                if (before[depth].IsReference)
                {
                    foreach (var producer in before[depth].Producers)
                    {
                        Note(_keep, producer, depth);
                    }
                }
            }
        }

        if (instruction.OpCode.Code == Code.Dup)
        {
            return [.. before, before[^1]];
        }

        var pops = PopsOf(instruction, before.Length);
        for (var depth = before.Length - pops; depth < before.Length; depth++)
        {
            if (instruction.OpCode.FlowControl is FlowControl.Next or FlowControl.Call)
            {
                _uses.Add((instruction, depth, before[depth]));
            }
        }

        var left = before[..^pops];
        return PushesOf(instruction) == 0 ? left : [.. left, new Entry(IsReference(instruction), [instruction])];
    }

    private static bool MayCollect(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Newobj or Code.Newarr or Code.Box or Code.Ldstr => true,
        Code.Call or Code.Callvirt => ((MethodReference)instruction.Operand).Name != nameof(Scheduling.ThreadMeter.Return),
        _ => false,
    };

    private bool IsReference(Instruction instruction) => (instruction.OpCode.Code, instruction.Operand) switch
    {
        (Code.Newobj, MethodReference constructor) => !_types.IsValue(constructor.DeclaringType),
        (Code.Call or Code.Callvirt, MethodReference method) => _types.IsReference(method.ReturnType),
        (Code.Ldfld or Code.Ldsfld, FieldReference field) => _types.IsReference(field.FieldType),
        (Code.Unbox_Any or Code.Ldobj or Code.Ldelem_Any, TypeReference type) => !_types.IsValue(type),
        (Code.Newarr or Code.Box or Code.Castclass or Code.Isinst or Code.Ldelem_Ref or Code.Ldind_Ref, _) => true,
        // Local variables and arguments are noted themselves; literals lie in flash.
        _ => false,
    };

    private static int PopsOf(Instruction instruction, int depth) => instruction.OpCode.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
            or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8
            or StackBehaviour.Popref_popi_popr4 or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
        StackBehaviour.PopAll => depth,
        _ => PopsOfCall(instruction, depth),
    };

    private static int PopsOfCall(Instruction instruction, int depth)
    {
        if (instruction.Operand is not IMethodSignature method)
        {
            return depth;
        }

        var takesObject = method.HasThis && !method.ExplicitThis && instruction.OpCode.Code != Code.Newobj;
        return method.Parameters.Count + (takesObject ? 1 : 0);
    }

    private static int PushesOf(Instruction instruction) => instruction.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Varpush => ((IMethodSignature)instruction.Operand).ReturnType.MetadataType == MetadataType.Void ? 0 : 1,
        _ => 1,
    };

    private static Entry[]? Merge(Entry[] known, Entry[] state)
    {
        var isNew = false;
        var merged = new Entry[Math.Min(known.Length, state.Length)];
        for (var depth = 0; depth < merged.Length; depth++)
        {
            var producers = known[depth].Producers.Union(state[depth].Producers).ToArray();
            var isReference = known[depth].IsReference || state[depth].IsReference;
            isNew |= producers.Length > known[depth].Producers.Length || isReference != known[depth].IsReference;
            merged[depth] = new Entry(isReference, producers);
        }

        return isNew ? merged : null;
    }

    private static void Note(Dictionary<Instruction, SortedSet<int>> notes, Instruction instruction, int depth)
    {
        if (!notes.TryGetValue(instruction, out var depths))
        {
            notes[instruction] = depths = [];
        }

        depths.Add(depth);
    }

    private sealed record Entry(bool IsReference, Instruction[] Producers);
}
