using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of the official package's enumerator of a Hashtable, which goes from the last place to the first.</summary>
[NativeHalfOf("System.Collections.Hashtable/HashtableEnumerator")]
public static class CollectionsHashtableEnumerator
{
    /// <summary>Goes on to the next key.</summary>
    /// <exception cref="InvalidOperationException">The table has changed meanwhile.</exception>
    public static bool MoveNext(object self)
    {
        var table = DeviceFields.Get<object>(self, "_hashtable");
        if (DeviceFields.Get<int>(self, "_version") != DeviceFields.Get<int>(table, "_version"))
        {
            throw new InvalidOperationException();
        }

        var places = (object?[])DeviceFields.Get<Array>(table, "_buckets");
        var place = DeviceFields.Get<int>(self, "_bucket");
        object? key = null;
        while (key is null && place > 0)
        {
            place--;
            key = places[place] is { } bucket ? DeviceFields.Get<object?>(bucket, "_key") : null;
        }

        DeviceFields.Set(self, "_bucket", place);
        DeviceFields.Set(self, "_current", key is not null);
        if (key is not null)
        {
            DeviceFields.Set(self, "_currentKey", key);
            DeviceFields.Set(self, "_currentValue", DeviceFields.Get<object?>(places[place]!, "_value"));
        }

        return key is not null;
    }
}
