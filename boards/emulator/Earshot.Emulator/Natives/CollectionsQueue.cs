using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.Collections.Queue: a ring that doubles.</summary>
[NativeHalfOf("System.Collections.Queue")]
public static class CollectionsQueue
{
    /// <summary>Forgets everything and keeps its size.</summary>
    public static void Clear(object self)
    {
        Array.Clear(ItemsOf(self));
        Set(self, head: 0, tail: 0, size: 0);
    }

    /// <summary>Copies, the oldest first.</summary>
    /// <exception cref="ArgumentException">The array has no room.</exception>
    public static void CopyTo(object self, Array array, int index)
    {
        ArgumentNullException.ThrowIfNull(array);
        var (items, head, size) = (ItemsOf(self), HeadOf(self), SizeOf(self));
        if (array.Length - index < size)
        {
            throw new ArgumentException(null, nameof(array));
        }

        var first = Math.Min(size, items.Length - head);
        Array.Copy(items, head, array, index, first);
        Array.Copy(items, 0, array, index + first, size - first);
    }

    /// <summary>Appends.</summary>
    public static void Enqueue(object self, object? obj)
    {
        var size = SizeOf(self);
        if (size == ItemsOf(self).Length)
        {
            var grown = new object?[2 * size];
            CopyTo(self, grown, 0);
            DeviceFields.Set(self, "_array", grown);
            Set(self, head: 0, tail: size, size);
        }

        var items = ItemsOf(self);
        var tail = DeviceFields.Get<int>(self, "_tail");
        items[tail] = obj;
        Set(self, HeadOf(self), (tail + 1) % items.Length, size + 1);
    }

    /// <summary>Takes the oldest.</summary>
    /// <exception cref="InvalidOperationException">It is empty.</exception>
    public static object? Dequeue(object self)
    {
        var oldest = Peek(self);
        var (items, head) = (ItemsOf(self), HeadOf(self));
        items[head] = null;
        Set(self, (head + 1) % items.Length, DeviceFields.Get<int>(self, "_tail"), SizeOf(self) - 1);
        return oldest;
    }

    /// <summary>The oldest.</summary>
    /// <inheritdoc cref="Dequeue" path="/exception"/>
    public static object? Peek(object self) =>
        SizeOf(self) > 0 ? ItemsOf(self)[HeadOf(self)] : throw new InvalidOperationException();

    private static object?[] ItemsOf(object queue) => DeviceFields.Get<object?[]>(queue, "_array");

    private static int HeadOf(object queue) => DeviceFields.Get<int>(queue, "_head");

    private static int SizeOf(object queue) => DeviceFields.Get<int>(queue, "_size");

    private static void Set(object queue, int head, int tail, int size)
    {
        DeviceFields.Set(queue, "_head", head);
        DeviceFields.Set(queue, "_tail", tail);
        DeviceFields.Set(queue, "_size", size);
    }
}
