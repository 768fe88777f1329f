using Mono.Cecil.Cil;

namespace Earshot.Emulator.Scheduling;

/// <summary>
/// What one IL instruction costs the interpreter, in cost units: instructions of a 32-bit build of nanoCLR 1.17, as
/// counted with callgrind for single loops (an empty loop iteration 290, <c>s += buf[i &amp; 255] * 3</c> 673, a static
/// call 953). A board prices the unit by its clock.
/// </summary>
internal static class InstructionCost
{
    // 290 units for the seven instructions of an empty iteration, 383 for the ten that the sum adds to it.
    private const int Plain = 40;

    // 663 units for a call and return that are themselves five instructions.
    private const int Call = 500;

    private const int Allocation = 600;

    public static int Of(OpCode code) => code.Code switch
    {
        Code.Call or Code.Callvirt or Code.Calli => Call,
        Code.Newobj => Call + Allocation,
        Code.Newarr or Code.Box => Allocation,
        Code.Throw or Code.Rethrow => Call + Allocation,
        _ => Plain,
    };
}
