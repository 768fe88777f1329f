using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Earshot.Emulator.Natives;

/// <summary>Fields of device objects that native code reads and writes by name, as the firmware does by index.</summary>
internal static class DeviceFields
{
    private const BindingFlags OwnFields =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    // Weak, because an app is unloaded when nobody runs it any more.
    private static readonly ConditionalWeakTable<Type, ConcurrentDictionary<string, FieldInfo>> Known = [];

    /// <summary>Reads a field; an enumeration as its number.</summary>
    public static T Get<T>(object instance, string name) => (T)Find(instance, name).GetValue(instance)!;

    /// <summary>Writes a field; an enumeration as its number.</summary>
    public static void Set(object instance, string name, object? value)
    {
        var field = Find(instance, name);
        field.SetValue(instance, field.FieldType.IsEnum ? Enum.ToObject(field.FieldType, value!) : value);
    }

    private static FieldInfo Find(object instance, string name)
    {
        if (instance is null)
        {
            throw new NullReferenceException();
        }

        return Known.GetOrCreateValue(instance.GetType()).GetOrAdd(name, static (field, type) => Search(type, field), instance.GetType());
    }

    private static FieldInfo Search(Type type, string name)
    {
        for (var searched = type; searched is not null; searched = searched.BaseType)
        {
            if (searched.GetField(name, OwnFields) is { } field)
            {
                return field;
            }
        }

        throw new InputException(
            type.Assembly.GetName().Name!,
            $"{type.FullName} has no field {name}, which the firmware uses by name.",
            "Use the version of the package that boards/emulator/packages lists.");
    }
}
