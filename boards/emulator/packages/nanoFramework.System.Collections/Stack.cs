using System.Runtime.CompilerServices;

namespace System.Collections;

/// <summary>Last in, first out. The firmware fills the array from its end downwards.</summary>
public class Stack : ICollection, IEnumerable, ICloneable
{
    private const int InitialCapacity = 4;

    // The firmware reads and writes these fields by name: keep the names.
    private object[] _array = new object[InitialCapacity];
    private int _size;

    public virtual int Count => _size;

    public virtual bool IsSynchronized => false;

    public virtual object SyncRoot => this;

    private int Top => _array.Length - _size;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern void Clear();

    public virtual object Clone()
    {
        var clone = new Stack { _array = new object[_array.Length], _size = _size };
        Array.Copy(_array, clone._array, _array.Length);
        return clone;
    }

    public virtual bool Contains(object obj) => Array.IndexOf(_array, obj, Top, _size) >= 0;

    public virtual void CopyTo(Array array, int index) => Array.Copy(_array, Top, array, index, _size);

    public virtual IEnumerator GetEnumerator() => ToArray().GetEnumerator();

    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern object Peek();

    /// <exception cref="InvalidOperationException">The stack is empty.</exception>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern object Pop();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern void Push(object obj);

    /// <summary>The elements, the newest first.</summary>
    public virtual object[] ToArray()
    {
        var copy = new object[_size];
        CopyTo(copy, 0);
        return copy;
    }
}
