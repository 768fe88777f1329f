using Mono.Cecil.Cil;

namespace Earshot.Emulator.Loading;

/// <summary>Collects what is to go before and after instructions of a method, then writes the method anew.</summary>
internal sealed class FrameEditor(MethodBody body)
{
    private readonly Dictionary<Instruction, List<Instruction>> _before = [];
    private readonly Dictionary<Instruction, List<Instruction>> _after = [];
    private readonly Dictionary<Instruction, Instruction> _handlerStarts = [];

    /// <summary>Puts instructions before one that no branch leads to.</summary>
    public void Before(Instruction place, params IEnumerable<Instruction> instructions) => Add(_before, place, instructions);

    /// <summary>Puts instructions after one, and after what was put there already.</summary>
    public void After(Instruction place, params IEnumerable<Instruction> instructions) => Add(_after, place, instructions);

    /// <summary>Lets an exception handler begin with instructions.</summary>
    public void BeginHandler(ExceptionHandler handler, IReadOnlyList<Instruction> instructions)
    {
        Before(handler.HandlerStart, instructions);
        _handlerStarts.Add(handler.HandlerStart, instructions[0]);
    }

    /// <summary>Writes the method.</summary>
    /// <param name="prologue">What runs once, at the very beginning.</param>
    public void Apply(IEnumerable<Instruction> prologue)
    {
        var original = body.Instructions.ToList();
        body.Instructions.Clear();
        AddRange(prologue);
        foreach (var instruction in original)
        {
            AddRange(_before.GetValueOrDefault(instruction, []));
            body.Instructions.Add(instruction);
            AddRange(_after.GetValueOrDefault(instruction, []));
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

    private static void Add(Dictionary<Instruction, List<Instruction>> places, Instruction place, IEnumerable<Instruction> instructions)
    {
        if (!places.TryGetValue(place, out var list))
        {
            places[place] = list = [];
        }

        list.AddRange(instructions);
    }

    private Instruction? Moved(Instruction? instruction) =>
        instruction is not null && _handlerStarts.TryGetValue(instruction, out var first) ? first : instruction;

    private void AddRange(IEnumerable<Instruction> instructions)
    {
        foreach (var instruction in instructions)
        {
            body.Instructions.Add(instruction);
        }
    }
}
