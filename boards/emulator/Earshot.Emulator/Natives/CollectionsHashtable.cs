using System.Runtime.CompilerServices;
using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>
/// The native half of System.Collections.Hashtable: open addressing with double hashing over a prime number of places, as
/// the firmware does it, so that the order of enumeration is the board's for keys whose hash codes are.
/// </summary>
[NativeHalfOf("System.Collections.Hashtable")]
public static class CollectionsHashtable
{
    private const uint HashPrime = 101;

    private static readonly int[] Primes =
    [
        3, 7, 11, 17, 23, 29, 37, 47, 59, 71, 89, 107, 131, 163, 197, 239, 293, 353, 431, 521, 631, 761, 919, 1103, 1327, 1597,
        1931, 2333, 2801, 3371, 4049, 4861, 5839, 7013, 8419, 10103, 12143,
    ];

    /// <summary>Forgets everything and keeps its size.</summary>
    public static void Clear(object self)
    {
        if (DeviceFields.Get<int>(self, "_count") == 0)
        {
            return;
        }

        foreach (var bucket in PlacesOf(self))
        {
            if (bucket is not null)
            {
                Fill(bucket, 0, null, null);
            }
        }

        DeviceFields.Set(self, "_count", 0);
        Change(self);
    }

    /// <summary>Stores a value.</summary>
    /// <exception cref="ArgumentException">It is to be added, and the key is there.</exception>
    /// <exception cref="NotSupportedException">It has grown to the largest size that the firmware has.</exception>
    public static void InsertNative(object self, object key, object? newValue, bool add, int keyHashCode)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (DeviceFields.Get<int>(self, "_count") >= DeviceFields.Get<int>(self, "_loadsize"))
        {
            Expand(self);
        }

        var places = PlacesOf(self);
        foreach (var place in Probe((uint)keyHashCode, places.Length))
        {
            var bucket = places[place];
            if (bucket is null || DeviceFields.Get<object?>(bucket, "_key") is not { } present)
            {
                places[place] ??= NewBucket(places);
                Fill(places[place]!, (uint)keyHashCode, key, newValue);
                DeviceFields.Set(self, "_count", DeviceFields.Get<int>(self, "_count") + 1);
                Change(self);
                return;
            }

            if (AreEqual(present, key))
            {
                if (add)
                {
                    throw new ArgumentException(null, nameof(key));
                }

                DeviceFields.Set(bucket, "_value", newValue);
                Change(self);
                return;
            }
        }

        throw new InvalidOperationException();
    }

    /// <summary>The value of a key; null for none.</summary>
    public static object? GetNative(object self, object key, int keyHashCode) =>
        Find(self, key, keyHashCode) is { } bucket ? DeviceFields.Get<object?>(bucket, "_value") : null;

    /// <summary>Whether the key is there.</summary>
    public static bool ContainsNative(object self, object key, int keyHashCode) => Find(self, key, keyHashCode) is not null;

    /// <summary>Forgets a key.</summary>
    public static void RemoveNative(object self, object key, int keyHashCode)
    {
        if (Find(self, key, keyHashCode) is { } bucket)
        {
            Fill(bucket, 0, null, null);
            DeviceFields.Set(self, "_count", DeviceFields.Get<int>(self, "_count") - 1);
            Change(self);
        }
    }

    /// <summary>The next size that the firmware has.</summary>
    /// <exception cref="ArgumentException">It is negative.</exception>
    /// <exception cref="NotSupportedException">It is beyond the largest.</exception>
    public static int GetPrimeNative(int min)
    {
        if (min < 0)
        {
            throw new ArgumentException(null, nameof(min));
        }

        var index = Array.FindIndex(Primes, prime => prime >= min);
        return index >= 0 ? Primes[index] : throw new NotSupportedException();
    }

    /// <summary>Values that are equal, texts that are equal, or the same object: the firmware calls no Equals.</summary>
    internal static bool AreEqual(object left, object right) =>
        ReferenceEquals(left, right) || (left is string or ValueType && left.Equals(right));

    private static object?[] PlacesOf(object table) => (object?[])DeviceFields.Get<Array>(table, "_buckets");

    private static object? Find(object table, object key, int hash)
    {
        ArgumentNullException.ThrowIfNull(key);
        var places = PlacesOf(table);
        foreach (var place in Probe((uint)hash, places.Length))
        {
            if (places[place] is { } bucket
                && DeviceFields.Get<object?>(bucket, "_key") is { } present
                && DeviceFields.Get<uint>(bucket, "_hash") == (uint)hash
                && AreEqual(present, key))
            {
                return bucket;
            }
        }

        return null;
    }

    private static IEnumerable<int> Probe(uint hash, int places)
    {
        var step = 1 + (unchecked(hash * HashPrime) % ((uint)places - 1));
        var place = hash % (uint)places;
        for (var tried = 0; tried < places; tried++)
        {
            yield return (int)place;
            place = (place + step) % (uint)places;
        }
    }

    private static void Expand(object table)
    {
        var old = PlacesOf(table);
        var size = GetPrimeNative(2 * old.Length);
        var grown = (object?[])Array.CreateInstance(old.GetType().GetElementType()!, size);
        foreach (var bucket in old)
        {
            if (bucket is not null && DeviceFields.Get<object?>(bucket, "_key") is not null)
            {
                var free = Probe(DeviceFields.Get<uint>(bucket, "_hash"), size).First(place => grown[place] is null);
                grown[free] = bucket;
            }
        }

        DeviceFields.Set(table, "_buckets", grown);
        DeviceFields.Set(table, "_loadsize", (int)(DeviceFields.Get<float>(table, "_loadFactor") * size));
        Change(table);
    }

    private static object NewBucket(object?[] places) =>
        RuntimeHelpers.GetUninitializedObject(places.GetType().GetElementType()!);

    private static void Fill(object bucket, uint hash, object? key, object? value)
    {
        DeviceFields.Set(bucket, "_hash", hash);
        DeviceFields.Set(bucket, "_value", value);
        DeviceFields.Set(bucket, "_key", key);
    }

    private static void Change(object table) => DeviceFields.Set(table, "_version", DeviceFields.Get<int>(table, "_version") + 1);
}
