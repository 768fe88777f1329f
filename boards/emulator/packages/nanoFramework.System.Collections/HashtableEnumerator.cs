namespace System.Collections;

/// <summary>Goes through a <see cref="Hashtable"/>; a change of the table ends it with an error.</summary>
internal sealed class HashtableEnumerator : IDictionaryEnumerator
{
    private readonly Hashtable _table;
    private readonly HashtablePart _part;
    private readonly int _version;
    private int _place;

    public HashtableEnumerator(Hashtable table, HashtablePart part)
    {
        _table = table;
        _part = part;
        _version = table.Version;
        _place = table.PlaceBeforeFirst();
    }

    public object Key => Read(HashtablePart.Key);

    public object Value => Read(HashtablePart.Value);

    public DictionaryEntry Entry => (DictionaryEntry)Read(HashtablePart.Entry);

    public object Current => Read(_part);

    public bool MoveNext()
    {
        RequireUnchanged();
        if (_place >= 0)
        {
            _place = _table.NextPlace(_place);
        }

        return _place >= 0;
    }

    public void Reset()
    {
        RequireUnchanged();
        _place = _table.PlaceBeforeFirst();
    }

    private object Read(HashtablePart part)
    {
        RequireUnchanged();
        if (_place < 0 || _place == _table.PlaceBeforeFirst())
        {
            throw new InvalidOperationException();
        }

        return _table.PartOf(_place, part);
    }

    private void RequireUnchanged()
    {
        if (_version != _table.Version)
        {
            throw new InvalidOperationException();
        }
    }
}
