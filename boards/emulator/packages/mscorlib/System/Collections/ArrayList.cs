using System.Runtime.CompilerServices;

namespace System.Collections;

public class ArrayList : IList, ICollection, IEnumerable, ICloneable
{
    public ArrayList() => throw null;

    public virtual int Capacity
    {
        get => throw null;
        set => throw null;
    }

    public virtual int Count => throw null;

    public virtual bool IsFixedSize => throw null;

    public virtual bool IsReadOnly => throw null;

    public virtual bool IsSynchronized => throw null;

    public virtual object SyncRoot => throw null;

    public virtual extern object this[int index]
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
        [MethodImpl(MethodImplOptions.InternalCall)]
        set;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern int Add(object value);

    public virtual int BinarySearch(object value, IComparer comparer) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern void Clear();

    public virtual object Clone() => throw null;

    public virtual bool Contains(object value) => throw null;

    public virtual void CopyTo(Array array) => throw null;

    public virtual void CopyTo(Array array, int index) => throw null;

    public virtual IEnumerator GetEnumerator() => throw null;

    public virtual int IndexOf(object value) => throw null;

    public virtual int IndexOf(object value, int startIndex) => throw null;

    public virtual int IndexOf(object value, int startIndex, int count) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern void Insert(int index, object value);

    public virtual void Remove(object value) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public virtual extern void RemoveAt(int index);

    public virtual object[] ToArray() => throw null;

    public virtual Array ToArray(Type type) => throw null;
}
