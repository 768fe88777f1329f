using System.Runtime.CompilerServices;

namespace Earshot.Emulator.Scheduling;

/// <summary>
/// Counts what device code executes. The weaver puts a call at the head of each basic block; the budget that the
/// scheduler grants runs out exactly when the next event is due or the time quantum ends.
/// </summary>
/// <remarks>The state belongs to the .NET thread that carries one device thread, so that boards share nothing.</remarks>
public static class Meter
{
    [ThreadStatic]
    internal static long Budget;

    [ThreadStatic]
    internal static long Granted;

    [ThreadStatic]
    internal static long Instructions;

    [ThreadStatic]
    internal static Scheduler? Scheduler;

    /// <summary>Charges one basic block.</summary>
    /// <param name="instructions">IL instructions in the block.</param>
    /// <param name="cost">Their price in cost units (<see cref="InstructionCost"/>).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Charge(int instructions, int cost)
    {
        Instructions += instructions;
        if ((Budget -= cost) < 0)
        {
            Exhausted();
        }
    }

    /// <summary>Charges the first block of a method and makes sure that the call fits on the stack.</summary>
    /// <inheritdoc cref="Charge" path="/param"/>
    /// <exception cref="OutOfMemoryException">The recursion is too deep, as on a board whose heap holds no more frames.</exception>
    public static void Enter(int instructions, int cost)
    {
        RequireStack();
        Charge(instructions, cost);
    }

    /// <summary>
    /// Stands between a call and the return behind it: .NET would otherwise be free to drop the caller from the stack
    /// trace, depending on when it compiled the method.
    /// </summary>
    public static void Return()
    {
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Exhausted() => Scheduler?.BudgetExhausted();

    private static void RequireStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new OutOfMemoryException();
        }
    }
}
