using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Earshot.Emulator.Loading;

/// <summary>The places in which a method's frame notes its references: arguments, local variables, evaluation stack.</summary>
internal sealed class Frame
{
    private readonly Dictionary<ParameterDefinition, int> _parameters = [];
    private readonly Dictionary<VariableDefinition, int> _variables = [];
    private readonly Dictionary<int, int> _stack = [];

    public Frame(MethodBody body, DeviceTypes types, EvaluationStack stack, VariableDefinition meter, int bytes)
    {
        Stack = stack;
        Meter = meter;
        Bytes = bytes;
        First = new VariableDefinition(body.Method.Module.TypeSystem.Int32);
        Depth = new VariableDefinition(body.Method.Module.TypeSystem.Int32);
        bool IsNoted(TypeReference type) => types.IsReference(type) || types.IsStructWithReferences(type);
        // 'this' of a structure is an address; whoever called holds it.
        var isClass = body.Method.HasThis && !body.Method.DeclaringType.IsValueType;
        foreach (var parameter in isClass ? body.Method.Parameters.Prepend(body.ThisParameter) : body.Method.Parameters)
        {
            if (IsNoted(parameter.ParameterType))
            {
                _parameters.Add(parameter, Slots++);
            }
        }

        foreach (var variable in body.Variables.Where(variable => variable != meter && IsNoted(variable.VariableType)))
        {
            _variables.Add(variable, Slots++);
        }

        foreach (var depth in stack.Keep.Values.SelectMany(depths => depths).Distinct().Order())
        {
            _stack.Add(depth, Slots++);
        }

        WrittenSlot = Slots++;
        Exposed = [.. body.Instructions
            .Where(instruction => instruction.OpCode.Code == Code.Ldloca)
            .Select(instruction => (VariableDefinition)instruction.Operand)
            .Distinct()
            .Where(_variables.ContainsKey)];
        body.Variables.Add(First);
        body.Variables.Add(Depth);
    }

    /// <summary>The method's evaluation stack.</summary>
    public EvaluationStack Stack { get; }

    /// <summary>The local variable with the thread's meter.</summary>
    public VariableDefinition Meter { get; }

    /// <summary>The local variable with the frame's first place.</summary>
    public VariableDefinition First { get; }

    /// <summary>The local variable with the depth of the call.</summary>
    public VariableDefinition Depth { get; }

    /// <summary>Size on the board.</summary>
    public int Bytes { get; }

    /// <summary>Number of places.</summary>
    public int Slots { get; private set; }

    /// <summary>The place of what was last written through an address.</summary>
    public int WrittenSlot { get; }

    /// <summary>Arguments and their places.</summary>
    public IReadOnlyDictionary<ParameterDefinition, int> Parameters => _parameters;

    /// <summary>Local variables that others can write to.</summary>
    public IReadOnlyList<VariableDefinition> Exposed { get; }

    /// <summary>A local variable's place; null when it holds no reference.</summary>
    public int? SlotOf(VariableDefinition variable) => _variables.TryGetValue(variable, out var slot) ? slot : null;

    /// <summary>An argument's place; null when it holds no reference.</summary>
    public int? SlotOf(ParameterDefinition parameter) => _parameters.TryGetValue(parameter, out var slot) ? slot : null;

    /// <summary>The place of what lies at a depth of the evaluation stack.</summary>
    public int StackSlot(int depth) => _stack[depth];
}
