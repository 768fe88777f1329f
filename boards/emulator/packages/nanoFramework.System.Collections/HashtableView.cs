namespace System.Collections;

/// <summary>The keys or the values of a <see cref="Hashtable"/>, live.</summary>
internal sealed class HashtableView : ICollection
{
    private readonly Hashtable _table;
    private readonly HashtablePart _part;

    public HashtableView(Hashtable table, HashtablePart part)
    {
        _table = table;
        _part = part;
    }

    public int Count => _table.Count;

    public bool IsSynchronized => false;

    public object SyncRoot => _table;

    public void CopyTo(Array array, int index) => _table.CopyTo(array, index, _part);

    public IEnumerator GetEnumerator() => new HashtableEnumerator(_table, _part);
}
