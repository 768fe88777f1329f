using Earshot.Emulator.Runtime.ClassLibrary;

namespace Earshot.Emulator.Heap;

/// <summary>
/// Finds what device code can still reach, as nanoCLR's mark phase does, and what it weighs there. It walks the objects themselves
/// and asks nothing of .NET's collector, so the answer is the same in every run.
/// </summary>
internal sealed class Reachability
{
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<object> _pending = new();

    /// <summary>Bytes of all that was reached.</summary>
    public long Bytes { get; private set; }

    /// <summary>Objects that were reached.</summary>
    public int Count => _seen.Count;

    /// <summary>Weak references that were reached; their targets were not followed.</summary>
    public List<DeviceWeakReference> WeakReferences { get; } = [];

    /// <summary>Objects and bytes by type, when somebody asks for them.</summary>
    public Dictionary<Type, (int Count, long Bytes)>? ByType { get; init; }

    /// <summary>Whether an object was reached.</summary>
    public bool Has(object instance) => _seen.Contains(instance);

    /// <summary>Reaches an object and everything that it refers to.</summary>
    public void Reach(object? root)
    {
        Mark(root);
        while (_pending.TryPop(out var next))
        {
            var before = Bytes;
            Follow(next);
            if (ByType is not null)
            {
                var (count, bytes) = ByType.GetValueOrDefault(next.GetType());
                ByType[next.GetType()] = (count + 1, bytes + Bytes - before);
            }
        }
    }

    private void Mark(object? instance)
    {
        if (instance is null)
        {
            return;
        }

        if (instance is StructCopy copy)
        {
            FollowFields(copy.Value);
            return;
        }

        // System.Object and types of .NET that the device does not have weigh nothing and lead nowhere, but Object weighs a block.
        if (_seen.Add(instance))
        {
            _pending.Push(instance);
        }
    }

    private void Follow(object instance)
    {
        switch (instance)
        {
            case string text:
                // Literals of device code are interned by .NET, texts made at run time are not.
                Bytes += ReferenceEquals(string.IsInterned(text), text) ? HeapSize.Literal : HeapSize.OfString(text);
                break;
            case Array array:
                Follow(array);
                break;
            case Delegate function:
                Follow(function);
                break;
            case DeviceWeakReference weak:
                Bytes += HeapSize.WeakReference;
                WeakReferences.Add(weak);
                break;
            default:
                Bytes += HeapLayout.Of(instance.GetType()).Bytes;
                FollowFields(instance);
                if (instance is IHoldsDeviceObjects holder)
                {
                    foreach (var held in holder.DeviceObjects)
                    {
                        Mark(held);
                    }
                }

                break;
        }
    }

    private void Follow(Array array)
    {
        var element = array.GetType().GetElementType()!;
        Bytes += HeapSize.OfArray(HeapSize.OfElement(element.IsEnum ? element.GetEnumUnderlyingType().FullName! : element.FullName!), array.Length);
        if (!element.IsValueType)
        {
            foreach (var item in (object?[])array)
            {
                Mark(item);
            }
        }
        else if (!element.IsPrimitive && !element.IsEnum && !HeapSize.IsOneBlock(element.FullName!))
        {
            // Each element of a structure's array is an object of its own.
            Bytes += (long)array.Length * HeapLayout.Of(element).Bytes;
            if (HeapLayout.Of(element).References.Count > 0)
            {
                foreach (var item in array)
                {
                    FollowFields(item);
                }
            }
        }
    }

    private void Follow(Delegate function)
    {
        var methods = function.GetInvocationList();
        if (methods.Length == 1)
        {
            Bytes += HeapSize.Delegate;
            Mark(function.Target);
            return;
        }

        Bytes += HeapSize.OfDelegateList(methods.Length);
        foreach (var method in methods)
        {
            Bytes += HeapSize.Delegate;
            Mark(method.Target);
        }
    }

    private void FollowFields(object instance)
    {
        foreach (var field in HeapLayout.Of(instance.GetType()).References)
        {
            var value = field.GetValue(instance);
            if (value is ValueType structure && field.FieldType.IsValueType)
            {
                // A structure inside an object is an object of its own.
                Bytes += HeapLayout.Of(field.FieldType).Bytes;
                FollowFields(structure);
            }
            else
            {
                Mark(value);
            }
        }
    }
}
