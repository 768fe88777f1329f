using System.Runtime.CompilerServices;

namespace System.Collections;

/// <summary>First in, first out. The firmware keeps the elements in a ring.</summary>
public class Queue : ICollection, IEnumerable, ICloneable
{
    private const int InitialCapacity = 4;

    // The firmware reads and writes these fields by name: keep the names.
    private object[] _array = new object[InitialCapacity];
#pragma warning disable IDE0044
    private int _head = 0;
    private int _tail = 0;
#pragma warning restore IDE0044
    private int _size;

    public virtual int Count => _size;

    public virtual bool IsSynchronized => false;

    public virtual object SyncRoot => this;

    public virtual object Clone()
    {
        var clone = new Queue();
        if (_size > InitialCapacity)
        {
            clone._array = new object[_size];
        }

        CopyTo(clone._array, 0);
        clone._size = _size;
        clone._tail = _size % clone._array.Length;
        return clone;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern void Clear();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern void CopyTo(Array array, int index);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern void Enqueue(object obj);

    public virtual IEnumerator GetEnumerator() => ToArray().GetEnumerator();

    /// <exception cref="InvalidOperationException">The queue is empty.</exception>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern object Dequeue();

    /// <exception cref="InvalidOperationException">The queue is empty.</exception>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern object Peek();

    public virtual bool Contains(object obj)
    {
        for (int i = 0; i < _size; i++)
        {
            if (Equals(_array[(_head + i) % _array.Length], obj))
            {
                return true;
            }
        }

        return false;
    }

    public virtual object[] ToArray()
    {
        var copy = new object[_size];
        CopyTo(copy, 0);
        return copy;
    }
}
