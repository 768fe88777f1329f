namespace System.Collections;

/// <summary>One place in a <see cref="Hashtable"/>. The firmware creates them and reads and writes the fields by name.</summary>
internal class Bucket
{
    public object _key;
    public object _value;
    public uint _hash;

    public Bucket(object key, object value, uint hash)
    {
        _key = key;
        _value = value;
        _hash = hash;
    }
}
