using System.Runtime.CompilerServices;
using Earshot.Emulator.Heap;

namespace Earshot.Emulator.Scheduling;

/// <summary>
/// Counts what one device thread executes and allocates, and knows the references in its frames. The weaver calls it at the head of
/// each basic block, at each allocation and wherever a frame's references change; the budget that the scheduler grants runs out
/// exactly when the next event is due or the time quantum ends.
/// </summary>
public sealed class ThreadMeter
{
    private const int FirstSlots = 256;
    private const int FirstFrames = 32;

    [ThreadStatic]
    private static ThreadMeter? _current;

    private Slot[] _slots = new Slot[FirstSlots];
    private Frame[] _frames = new Frame[FirstFrames];
    private object[] _statics = [];
    private int _top;
    private int _depth;

    /// <summary>Frames that are active.</summary>
    public int Depth => _depth;

    /// <summary>The meter of the device thread that the calling .NET thread carries; a fresh one outside any board.</summary>
    public static ThreadMeter Current => _current ??= new ThreadMeter();

    internal long Budget { get; set; } = long.MaxValue;

    internal long Granted { get; set; }

    internal long Instructions { get; set; }

    internal Scheduler? Scheduler { get; private set; }

    internal ManagedHeap? Heap { get; private set; }

    /// <summary>Bytes of this thread's frames.</summary>
    internal long FrameBytes { get; private set; }

    /// <summary>The board's object with the static fields of one of the app's assemblies.</summary>
    public static object StaticsOf(ThreadMeter meter, int assembly) => meter._statics[assembly];

    /// <summary>Charges one basic block.</summary>
    /// <param name="instructions">IL instructions in the block.</param>
    /// <param name="cost">Their price in cost units (<see cref="InstructionCost"/>).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Charge(int instructions, int cost)
    {
        Instructions += instructions;
        if ((Budget -= cost) < 0)
        {
            Exhausted();
        }
    }

    /// <summary>Enters a method.</summary>
    /// <param name="slots">References that the frame keeps.</param>
    /// <param name="bytes">Size of the frame on the board.</param>
    /// <returns>Where the frame's slots begin.</returns>
    public int Push(int slots, int bytes)
    {
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, 2 * _depth);
        }

        var first = _top;
        _top += slots;
        if (_top > _slots.Length)
        {
            Array.Resize(ref _slots, 2 * _top);
        }

        Array.Clear(_slots, first, slots);
        FrameBytes += bytes;
        _frames[_depth++] = new Frame(_top, FrameBytes);
        Heap?.EnterFrame(bytes, FrameBytes);
        return first;
    }

    /// <summary>Charges the first block of a method and makes sure that its frame fits in.</summary>
    /// <inheritdoc cref="Charge" path="/param"/>
    /// <exception cref="OutOfMemoryException">The board's heap holds no more frames.</exception>
    public void Enter(int instructions, int cost)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new OutOfMemoryException();
        }

        Heap?.RequireFrame();
        Charge(instructions, cost);
    }

    /// <summary>Leaves a method.</summary>
    /// <param name="depth">Its depth.</param>
    /// <param name="first">What <see cref="Push"/> returned.</param>
    /// <param name="bytes">Size of the frame on the board.</param>
    public void Pop(int depth, int first, int bytes)
    {
        _depth = depth - 1;
        _top = first;
        Resize(FrameBytes - bytes);
    }

    /// <summary>Drops the frames that an exception has unwound.</summary>
    /// <param name="depth">Depth of the method that handles it.</param>
    public void Unwind(int depth)
    {
        _depth = depth;
        _top = _frames[depth - 1].End;
        Resize(_frames[depth - 1].Bytes);
    }

    /// <summary>Notes a reference that a frame holds.</summary>
    public static void Keep(object? value, ThreadMeter meter, int slot) => meter._slots[slot].Value = value;

    /// <summary>Notes a structure with references that a frame holds.</summary>
    public static void KeepStruct(object value, ThreadMeter meter, int slot) => meter._slots[slot].Value = new StructCopy(value);

    /// <summary>Takes memory for an object of known size.</summary>
    public static void Allocate(ThreadMeter meter, int bytes) => meter.Heap?.Allocate(bytes);

    /// <summary>Takes memory for an array; a negative length is left to the array's own check.</summary>
    public static void AllocateArray(int length, ThreadMeter meter, int elementBytes, int elementObjectBytes)
    {
        if (length >= 0)
        {
            meter.Heap?.Allocate(HeapSize.OfArray(elementBytes, length) + ((long)elementObjectBytes * length));
        }
    }

    /// <summary>Takes memory for what a method of the class library has made.</summary>
    public static void AllocateResult(object? result)
    {
        if (Current.Heap is not { } heap)
        {
            return;
        }

        switch (result)
        {
            case string text when !ReferenceEquals(string.IsInterned(text), text):
                heap.Allocate(HeapSize.OfString(text), text);
                break;
            case Array array:
                heap.Allocate(HeapSize.OfArray(HeapSize.OfElement(array.GetType().GetElementType()!.FullName!), array.Length), array);
                break;
        }
    }

    /// <summary>Registers an object whose class has a finalizer.</summary>
    public static void Register(object instance) => Current.Heap?.Register(instance);

    /// <summary>
    /// Stands between a call and the return behind it: .NET would otherwise be free to drop the caller from the stack
    /// trace, depending on when it compiled the method.
    /// </summary>
    public static void Return()
    {
    }

    /// <summary>Makes this the meter of the calling .NET thread.</summary>
    internal void Attach(Scheduler scheduler)
    {
        _current = this;
        Scheduler = scheduler;
        Heap = scheduler.Heap;
        _statics = scheduler.Statics;
    }

    /// <summary>Gives back the frames of a thread that has ended.</summary>
    internal void Release()
    {
        _depth = 0;
        _top = 0;
        Resize(0);
    }

    internal void ReachAll(Reachability reached)
    {
        for (var index = 0; index < _top; index++)
        {
            reached.Reach(_slots[index].Value);
        }
    }

    private void Resize(long bytes)
    {
        if (Heap is not null)
        {
            Heap.FrameBytes += bytes - FrameBytes;
        }

        FrameBytes = bytes;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Exhausted() => Scheduler?.BudgetExhausted();

    private struct Slot
    {
        public object? Value;
    }

    private readonly record struct Frame(int End, long Bytes);
}
