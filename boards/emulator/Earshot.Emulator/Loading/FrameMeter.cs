using Earshot.Emulator.Heap;
using Earshot.Emulator.Scheduling;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Earshot.Emulator.Loading;

/// <summary>
/// Lets a method say what it allocates, how large its frame is on the board, and which references its frame holds, so that a
/// collection finds them without asking .NET. Runs after <see cref="BlockMeter"/>, whose charges see the original code.
/// </summary>
internal sealed class FrameMeter
{
    private readonly MethodReference _current;
    private readonly MethodReference _push;
    private readonly MethodReference _depth;
    private readonly MethodReference _pop;
    private readonly MethodReference _unwind;
    private readonly MethodReference _keep;
    private readonly MethodReference _keepStruct;
    private readonly MethodReference _allocate;
    private readonly MethodReference _allocateArray;
    private readonly MethodReference _allocateResult;
    private readonly MethodReference _register;
    private readonly ModuleDefinition _module;
    private readonly DeviceTypes _types;

    public FrameMeter(ModuleDefinition module, DeviceTypes types)
    {
        _module = module;
        _types = types;
        _current = Import($"get_{nameof(ThreadMeter.Current)}");
        _push = Import(nameof(ThreadMeter.Push));
        _depth = Import($"get_{nameof(ThreadMeter.Depth)}");
        _pop = Import(nameof(ThreadMeter.Pop));
        _unwind = Import(nameof(ThreadMeter.Unwind));
        _keep = Import(nameof(ThreadMeter.Keep));
        _keepStruct = Import(nameof(ThreadMeter.KeepStruct));
        _allocate = Import(nameof(ThreadMeter.Allocate));
        _allocateArray = Import(nameof(ThreadMeter.AllocateArray));
        _allocateResult = Import(nameof(ThreadMeter.AllocateResult));
        _register = Import(nameof(ThreadMeter.Register));
    }

    public void Instrument(MethodDefinition method, VariableDefinition meter)
    {
        var body = method.Body;
        var bytes = BytesOf(body, meter);
        body.SimplifyMacros();
        var frame = new Frame(body, _types, EvaluationStack.Of(body, _types), meter, bytes);
        var editor = new FrameEditor(body);
        foreach (var instruction in body.Instructions.ToList())
        {
            Instrument(frame, editor, instruction);
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            editor.BeginHandler(handler, [Load(meter), Load(frame.Depth), Call(_unwind)]);
        }

        editor.Apply(Prologue(frame));
        body.InitLocals = true;
        body.OptimizeMacros();
    }

    private int BytesOf(MethodBody body, VariableDefinition meter)
    {
        var locals = body.Variables.Where(variable => variable != meter).ToList();
        return HeapSize.OfFrame(locals.Count, body.MaxStackSize) + locals.Sum(local => _types.BytesOfStruct(local.VariableType));
    }

    private List<Instruction> Prologue(Frame frame)
    {
        List<Instruction> prologue =
        [
            Call(_current), Instruction.Create(OpCodes.Stloc, frame.Meter),
            Load(frame.Meter), Number(frame.Slots), Number(frame.Bytes), Call(_push), Instruction.Create(OpCodes.Stloc, frame.First),
            Load(frame.Meter), Call(_depth), Instruction.Create(OpCodes.Stloc, frame.Depth),
        ];
        foreach (var (parameter, slot) in frame.Parameters)
        {
            prologue.AddRange(Note(frame, Instruction.Create(OpCodes.Ldarg, parameter), parameter.ParameterType, slot));
        }

        return prologue;
    }

    private void Instrument(Frame frame, FrameEditor editor, Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Newobj:
                var made = ((MethodReference)instruction.Operand).DeclaringType;
                if (!_types.IsValue(made))
                {
                    editor.Before(instruction, Load(frame.Meter), Number(_types.BytesOf(made)), Call(_allocate));
                }

                break;
            case Code.Box:
                editor.Before(instruction, Load(frame.Meter), Number(_types.BytesOf((TypeReference)instruction.Operand)), Call(_allocate));
                break;
            case Code.Ldstr:
                editor.Before(instruction, Load(frame.Meter), Number(HeapSize.Literal), Call(_allocate));
                break;
            case Code.Newarr:
                var element = (TypeReference)instruction.Operand;
                editor.Before(
                    instruction,
                    Instruction.Create(OpCodes.Dup),
                    Load(frame.Meter),
                    Number(_types.BytesOfElement(element)),
                    Number(_types.BytesOfStruct(element)),
                    Call(_allocateArray));
                break;
            case Code.Stind_Ref:
                editor.Before(instruction, [Instruction.Create(OpCodes.Dup), .. Keep(frame, frame.WrittenSlot)]);
                break;
            case Code.Ret:
                editor.Before(instruction, Load(frame.Meter), Load(frame.Depth), Load(frame.First), Number(frame.Bytes), Call(_pop));
                break;
        }

        NoteAfter(frame, editor, instruction);
        if (instruction.OpCode.Code is Code.Call or Code.Callvirt && MakesSomething((MethodReference)instruction.Operand))
        {
            editor.After(instruction, Instruction.Create(OpCodes.Dup), Call(_allocateResult));
        }
        else if (instruction.OpCode.Code == Code.Newobj && _types.HasFinalizer(((MethodReference)instruction.Operand).DeclaringType))
        {
            editor.After(instruction, Instruction.Create(OpCodes.Dup), Call(_register));
        }
    }

    private void NoteAfter(Frame frame, FrameEditor editor, Instruction instruction)
    {
        foreach (var depth in frame.Stack.Keep.GetValueOrDefault(instruction, []))
        {
            editor.After(instruction, [Instruction.Create(OpCodes.Dup), .. Keep(frame, frame.StackSlot(depth))]);
        }

        foreach (var depth in frame.Stack.Drop.GetValueOrDefault(instruction, []))
        {
            editor.After(instruction, [Instruction.Create(OpCodes.Ldnull), .. Keep(frame, frame.StackSlot(depth))]);
        }

        if (instruction.OpCode.Code == Code.Stloc && frame.SlotOf((VariableDefinition)instruction.Operand) is { } local)
        {
            var variable = (VariableDefinition)instruction.Operand;
            editor.After(instruction, [.. Note(frame, Load(variable), variable.VariableType, local)]);
        }
        else if (instruction.OpCode.Code == Code.Starg && frame.SlotOf((ParameterDefinition)instruction.Operand) is { } argument)
        {
            var parameter = (ParameterDefinition)instruction.Operand;
            editor.After(instruction, [.. Note(frame, Instruction.Create(OpCodes.Ldarg, parameter), parameter.ParameterType, argument)]);
        }
        else if (instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj or Code.Stfld or Code.Stobj or Code.Initobj && !IsMeter(instruction))
        {
            // What was written through an address shows only afterwards.
            foreach (var variable in frame.Exposed)
            {
                editor.After(instruction, [.. Note(frame, Load(variable), variable.VariableType, frame.SlotOf(variable)!.Value)]);
            }
        }
    }

    private bool MakesSomething(MethodReference method) => !IsMeter(method) && !_types.IsDevice(method.DeclaringType)
        && (method.ReturnType is ArrayType || method.ReturnType.MetadataType == MetadataType.String || method.Name == nameof(ICloneable.Clone))
        && !method.Name.StartsWith("get_", StringComparison.Ordinal);

    private static bool IsMeter(Instruction instruction) => instruction.Operand is MethodReference method && IsMeter(method);

    private static bool IsMeter(MethodReference method) => method.DeclaringType.Name == nameof(ThreadMeter);

    private IEnumerable<Instruction> Note(Frame frame, Instruction load, TypeReference type, int slot) => _types.IsReference(type)
        ? [load, .. Keep(frame, slot)]
        : [load, Instruction.Create(OpCodes.Box, type), .. Keep(frame, slot, _keepStruct)];

    private Instruction[] Keep(Frame frame, int slot, MethodReference? keep = null) =>
        [Load(frame.Meter), Load(frame.First), Number(slot), Instruction.Create(OpCodes.Add), Call(keep ?? _keep)];

    private MethodReference Import(string name) => _module.ImportReference(typeof(ThreadMeter).GetMethod(name));

    private static Instruction Load(VariableDefinition variable) => Instruction.Create(OpCodes.Ldloc, variable);

    private static Instruction Number(int value) => Instruction.Create(OpCodes.Ldc_I4, value);

    private static Instruction Call(MethodReference method) => Instruction.Create(OpCodes.Call, method);
}
