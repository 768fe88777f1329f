using System.Runtime.CompilerServices;

namespace System.Collections;

/// <summary>
/// Values found by key, in no particular order. Looking up, storing and growing happen in the firmware, in the fields
/// below: a place of the table is null where it never was used, and its key is the table itself where it was removed.
/// </summary>
public class Hashtable : ICloneable, IDictionary
{
    private const int InitialSize = 3;
    private const float FullestLoad = 0.72f;

    // The firmware reads and writes these fields by name: keep the names.
#pragma warning disable IDE0044 // Growing replaces the table.
    private Bucket[] _buckets;
    private int _loadsize;
    private float _loadFactor;
    private int _count;
    private int _version;
#pragma warning restore IDE0044

    public Hashtable()
        : this(InitialSize)
    {
    }

    public Hashtable(int capacity)
        : this(capacity, 1)
    {
    }

    /// <param name="loadFactor">How full the table gets before it grows, 0.1 to 1, as a share of the fullest that is sensible.</param>
    public Hashtable(int capacity, float loadFactor)
    {
        if (capacity < 0 || !(loadFactor >= 0.1f && loadFactor <= 1f))
        {
            throw new ArgumentOutOfRangeException();
        }

        _loadFactor = FullestLoad * loadFactor;
        float places = capacity / _loadFactor;
        if (places > int.MaxValue)
        {
            throw new ArgumentException();
        }

        _buckets = new Bucket[places > InitialSize ? GetPrimeNative((int)places) : InitialSize];
        _loadsize = (int)(_loadFactor * _buckets.Length);
        _count = 0;
        _version = 0;
    }

    public int Count => _count;

    public bool IsSynchronized => false;

    public object SyncRoot => this;

    public bool IsReadOnly => false;

    public bool IsFixedSize => false;

    public ICollection Keys => new HashtableView(this, HashtablePart.Key);

    public ICollection Values => new HashtableView(this, HashtablePart.Value);

    internal int Version => _version;

    public object this[object key]
    {
        get => GetNative(key, HashOf(key));
        set => InsertNative(key, value, false, HashOf(key));
    }

    public object Clone()
    {
        var clone = new Hashtable(_count);
        for (int place = NextPlace(_buckets.Length); place >= 0; place = NextPlace(place))
        {
            clone[_buckets[place]._key] = _buckets[place]._value;
        }

        return clone;
    }

    public IEnumerator GetEnumerator() => new HashtableEnumerator(this, HashtablePart.Entry);

    /// <summary>Copies a <see cref="DictionaryEntry"/> for each key.</summary>
    public void CopyTo(Array array, int arrayIndex) => CopyTo(array, arrayIndex, HashtablePart.Entry);

    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(object key, object value) => InsertNative(key, value, true, HashOf(key));

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void Clear();

    public bool Contains(object key) => ContainsNative(key, HashOf(key));

    public void Remove(object key) => RemoveNative(key, HashOf(key));

    internal void CopyTo(Array array, int arrayIndex, HashtablePart part)
    {
        if (array == null)
        {
            throw new ArgumentNullException();
        }

        if (arrayIndex < 0)
        {
            throw new ArgumentOutOfRangeException();
        }

        if (array.Length - arrayIndex < _count)
        {
            throw new ArgumentException();
        }

        IList target = array;
        for (int place = NextPlace(_buckets.Length); place >= 0; place = NextPlace(place))
        {
            target[arrayIndex++] = PartOf(place, part);
        }
    }

    /// <summary>The next place downwards from <paramref name="place"/> that holds a key; -1 after the last.</summary>
    internal int NextPlace(int place)
    {
        do
        {
            place--;
        }
        while (place >= 0 && (_buckets[place] == null || _buckets[place]._key == null || _buckets[place]._key == _buckets));

        return place;
    }

    internal int PlaceBeforeFirst() => _buckets.Length;

    internal object PartOf(int place, HashtablePart part) => part switch
    {
        HashtablePart.Key => _buckets[place]._key,
        HashtablePart.Value => _buckets[place]._value,
        _ => new DictionaryEntry(_buckets[place]._key, _buckets[place]._value),
    };

    private static int HashOf(object key) => key == null ? throw new ArgumentNullException() : key.GetHashCode();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void InsertNative(object key, object newValue, bool add, int keyHashCode);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern object GetNative(object key, int keyHashCode);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern int GetPrimeNative(int min);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern bool ContainsNative(object key, int keyHashCode);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void RemoveNative(object key, int keyHashCode);
}
