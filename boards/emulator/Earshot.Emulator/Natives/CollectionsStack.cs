using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.Collections.Stack: an array that fills from its end and doubles.</summary>
[NativeHalfOf("System.Collections.Stack")]
public static class CollectionsStack
{
    /// <summary>Forgets everything and keeps its size.</summary>
    public static void Clear(object self)
    {
        Array.Clear(ItemsOf(self));
        DeviceFields.Set(self, "_size", 0);
    }

    /// <summary>The newest.</summary>
    /// <exception cref="InvalidOperationException">It is empty.</exception>
    public static object? Peek(object self) => SizeOf(self) > 0 ? ItemsOf(self)[^SizeOf(self)] : throw new InvalidOperationException();

    /// <summary>Takes the newest.</summary>
    /// <inheritdoc cref="Peek" path="/exception"/>
    public static object? Pop(object self)
    {
        var newest = Peek(self);
        ItemsOf(self)[^SizeOf(self)] = null;
        DeviceFields.Set(self, "_size", SizeOf(self) - 1);
        return newest;
    }

    /// <summary>Puts one on top.</summary>
    public static void Push(object self, object? obj)
    {
        var size = SizeOf(self);
        if (size == ItemsOf(self).Length)
        {
            var grown = new object?[2 * size];
            ItemsOf(self).CopyTo(grown, size);
            DeviceFields.Set(self, "_array", grown);
        }

        ItemsOf(self)[^(size + 1)] = obj;
        DeviceFields.Set(self, "_size", size + 1);
    }

    private static object?[] ItemsOf(object stack) => DeviceFields.Get<object?[]>(stack, "_array");

    private static int SizeOf(object stack) => DeviceFields.Get<int>(stack, "_size");
}
