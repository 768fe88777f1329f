namespace System.Collections;

/// <summary>What an enumeration of a <see cref="Hashtable"/> yields.</summary>
internal enum HashtablePart
{
    Key = 1,
    Value = 2,
    Entry = 3,
}
