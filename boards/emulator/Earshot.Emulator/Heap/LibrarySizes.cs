using System.Collections;
using System.Text;
using Earshot.Emulator.Runtime.ClassLibrary;
using Earshot.Emulator.Runtime.Threading;

namespace Earshot.Emulator.Heap;

/// <summary>Fields of class-library objects whose .NET counterpart has others, counted in CoreLibrary 1.17.</summary>
internal static class LibrarySizes
{
    // What is not listed is taken to be as large as most: an estimate.
    private const int TypicalFields = 3;

    // CLR_RT_Thread with its nested-exception records, and its first CLR_RT_SubThread.
    private const int NativeThread = 29 * HeapSize.Block;

    // CLR_RT_HeapBlock_Timer.
    private const int NativeTimer = 7 * HeapSize.Block;

    private static readonly Dictionary<Type, int> Fields = new()
    {
        [typeof(object)] = 0,
        [typeof(MarshalByRefObject)] = 0,
        [typeof(EventArgs)] = 0,
        [typeof(Attribute)] = 0,
        [typeof(ValueType)] = 0,
        [typeof(Exception)] = 4, // HResult, message, inner exception, stack trace
        [typeof(ArrayList)] = 3, // items, size, lock
        [typeof(Queue)] = 5,
        [typeof(Stack)] = 2,
        [typeof(StringBuilder)] = 5,
        [typeof(DeviceRandom)] = 1,
        [typeof(DeviceWaitHandle)] = 0,
        [typeof(DeviceAutoResetEvent)] = 1,
        [typeof(DeviceManualResetEvent)] = 1,
        [typeof(DeviceThreadObject)] = 4,
        [typeof(DeviceTimer)] = 3,
    };

    /// <summary>Fields of a type of the class library, those of its bases included.</summary>
    public static int FieldsOf(Type type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (Fields.TryGetValue(ancestor, out var fields) && (ancestor == type || ancestor != typeof(object)))
            {
                return fields;
            }
        }

        return TypicalFields;
    }

    /// <summary>Bytes of an object without what it refers to.</summary>
    public static int Of(Type type)
    {
        if (type == typeof(DeviceWeakReference))
        {
            return HeapSize.WeakReference;
        }

        var native = type == typeof(DeviceThreadObject) ? NativeThread : type == typeof(DeviceTimer) ? NativeTimer : 0;
        return HeapSize.OfFields(FieldsOf(type)) + native;
    }
}
