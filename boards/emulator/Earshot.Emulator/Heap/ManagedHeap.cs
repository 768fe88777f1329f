using System.Reflection;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Heap;

/// <summary>
/// The managed heap of one board from power-on to the next reset. Every allocation of device code is counted in nanoCLR's units;
/// when one does not fit, what is still reachable is found and the rest is free, as on nanoCLR. .NET's collector has no say in it.
/// </summary>
internal sealed class ManagedHeap(HeapStatistics statistics, Scheduler scheduler, Func<IEnumerable<object?>> outside)
{
    private readonly List<(object Statics, FieldInfo Field)> _statics = [];
    private readonly List<object> _finalizable = [];
    private readonly Queue<object> _finalizing = new();
    private readonly SystemThread _finalizer = new(scheduler, "finalizer thread");
    private readonly HashSet<string> _exhausted = new(StringComparer.Ordinal);
    private long _objects;
    private bool _isCollecting;

    /// <summary>Bytes that the board has for it.</summary>
    public long Capacity => statistics.Capacity;

    /// <summary>Bytes that the loaded assemblies take for their tables and static fields.</summary>
    public long AssemblyBytes { get; private set; }

    /// <summary>Bytes of all threads' stack frames at this moment.</summary>
    public long FrameBytes { get; set; }

    /// <summary>Bytes in use: assemblies, frames, and objects that were reachable at the last collection or came since.</summary>
    public long Used => AssemblyBytes + FrameBytes + _objects;

    /// <summary>Told what the trace should say: that an allocation has failed, or how a collection went.</summary>
    public required Action<string> Tell { get; init; }

    /// <summary>Whether it tells of each collection.</summary>
    public bool TellsCollections { get; set; }

    /// <summary>What a collection costs, in nanoseconds, from objects and bytes that it reached and bytes that were in use before.</summary>
    public required Func<int, long, long, long> Price { get; init; }

    /// <summary>Whether finalizers wait or run.</summary>
    public bool AnyPendingFinalizers => _finalizing.Count > 0 || _finalizer.IsRunning;

    /// <summary>Counts an assembly's tables and static fields in.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="statics">The board's static fields of it.</param>
    public void Load(LoadedAssembly assembly, object statics)
    {
        AssemblyBytes += assembly.HeapBytes;
        statistics.AssemblyBytes = Math.Max(statistics.AssemblyBytes, AssemblyBytes);
        _statics.AddRange(assembly.References.Select(field => (statics, field)));
    }

    /// <summary>Takes memory for an object.</summary>
    /// <param name="bytes">Its size.</param>
    /// <param name="justMade">An object that nothing refers to yet, to be kept.</param>
    /// <exception cref="OutOfMemoryException">What device code can reach leaves too little room.</exception>
    public void Allocate(long bytes, object? justMade = null)
    {
        if (bytes > (long)HeapSize.MaximumBlocks * HeapSize.Block || (Used + bytes > Capacity && Collect(justMade) + bytes > Capacity))
        {
            Exhaust(bytes);
        }

        _objects += bytes;
        statistics.Allocated += bytes;
        statistics.Allocations++;
    }

    /// <summary>Makes sure that the frame just entered fits.</summary>
    /// <exception cref="OutOfMemoryException">It does not.</exception>
    public void RequireFrame()
    {
        if (Used > Capacity && Collect(null) > Capacity)
        {
            Exhaust(0);
        }
    }

    /// <summary>Takes memory for a frame, without asking whether it fits.</summary>
    /// <param name="bytes">Its size.</param>
    /// <param name="threadBytes">All frames of the thread together.</param>
    public void EnterFrame(int bytes, long threadBytes)
    {
        FrameBytes += bytes;
        if (threadBytes > statistics.DeepestStack)
        {
            statistics.DeepestStack = threadBytes;
        }
    }

    /// <summary>Remembers an object whose class has a finalizer.</summary>
    public void Register(object instance) => _finalizable.Add(instance);

    /// <summary>Takes back <see cref="Register"/>.</summary>
    public void Suppress(object instance) => _finalizable.RemoveAll(registered => ReferenceEquals(registered, instance));

    /// <summary>Collects; returns <see cref="Used"/>.</summary>
    public long Collect(object? justMade = null)
    {
        if (_isCollecting)
        {
            return Used;
        }

        _isCollecting = true;
        try
        {
            var before = Used;
            var reached = Mark(justMade);
            _objects = reached.Bytes;
            // A frame that does not fit is refused after it was counted.
            statistics.HighWater = Math.Max(statistics.HighWater, Math.Min(Used, Capacity));
            statistics.Collections++;
            var pause = Price(reached.Count, reached.Bytes, before);
            statistics.LongestCollection = Math.Max(statistics.LongestCollection, pause);
            scheduler.Spend(pause, "a garbage collection");
            if (TellsCollections)
            {
                Tell($"garbage collection {statistics.Collections}: {before - Used} bytes freed, {Used} of {Capacity} in use");
            }

            return Used;
        }
        finally
        {
            _isCollecting = false;
        }
    }

    /// <summary>What is reachable now, without charging for the question.</summary>
    public long Measure()
    {
        var reached = new Reachability();
        MarkRoots(reached);
        statistics.HighWater = Math.Max(statistics.HighWater, AssemblyBytes + FrameBytes + reached.Bytes);
        return AssemblyBytes + FrameBytes + reached.Bytes;
    }

    /// <summary>What is reachable now, by type, the largest share first.</summary>
    public IReadOnlyList<HeapShare> Census()
    {
        var reached = new Reachability { ByType = [] };
        MarkRoots(reached);
        return [.. reached.ByType
            .Select(type => new HeapShare(type.Key.ToString(), type.Value.Count, type.Value.Bytes))
            .OrderByDescending(share => share.Bytes)
            .ThenBy(share => share.Type, StringComparer.Ordinal)];
    }

    private Reachability Mark(object? justMade)
    {
        var reached = new Reachability();
        reached.Reach(justMade);
        MarkRoots(reached);
        // Finalizable objects live once more, and weak references to them hold until the next time.
        for (var index = 0; index < _finalizable.Count; index++)
        {
            if (!reached.Has(_finalizable[index]))
            {
                Finalize(_finalizable[index]);
                reached.Reach(_finalizable[index]);
                _finalizable.RemoveAt(index--);
            }
        }

        foreach (var weak in reached.WeakReferences)
        {
            weak.LetGoUnless(reached.Has);
        }

        return reached;
    }

    private void MarkRoots(Reachability reached)
    {
        foreach (var (statics, field) in _statics)
        {
            var value = field.GetValue(statics);
            reached.Reach(field.FieldType.IsValueType ? new StructCopy(value!) : value);
        }

        foreach (var thread in scheduler.Threads)
        {
            reached.Reach(thread.Body);
            thread.Meter.ReachAll(reached);
        }

        foreach (var waiting in _finalizing)
        {
            reached.Reach(waiting);
        }

        foreach (var pending in scheduler.PendingCallbacks)
        {
            reached.Reach(pending.Target);
        }

        foreach (var held in outside())
        {
            reached.Reach(held);
        }
    }

    private void Finalize(object instance)
    {
        _finalizing.Enqueue(instance);
        _finalizer.Post(() =>
        {
            var dead = _finalizing.Dequeue();
            FinalizerOf(dead.GetType())?.Invoke(dead, BindingFlags.DoNotWrapExceptions, binder: null, null, culture: null);
        });
    }

    private static MethodInfo? FinalizerOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMethod(Weaver.Finalizer, BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private void Exhaust(long bytes)
    {
        statistics.Failures++;
        // Said once for each place: an app that catches it may try again for ever.
        var stack = DeviceStack.Here();
        var place = stack.Count > 0 ? stack[0] : "";
        if (_exhausted.Add(place))
        {
            Tell($"out of managed memory: {Used} of {Capacity} bytes are reachable, {bytes} more are wanted"
                + string.Concat(stack.Select(frame => "\n    at " + frame)));
        }

        throw new OutOfMemoryException();
    }
}
