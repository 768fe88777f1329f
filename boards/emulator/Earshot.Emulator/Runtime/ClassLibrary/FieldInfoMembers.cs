using System.Reflection;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.Reflection.FieldInfo: a static field of device code is the board's own.</summary>
[ReplacesMembersOf(typeof(FieldInfo))]
public static class FieldInfoMembers
{
    /// <summary>Reads a field.</summary>
    public static object? GetValue(FieldInfo self, object? obj) =>
        Find(self) is var (statics, field) ? field.GetValue(statics) : self.GetValue(obj);

    /// <summary>Writes a field.</summary>
    public static void SetValue(FieldInfo self, object? obj, object? value)
    {
        if (Find(self) is var (statics, field))
        {
            field.SetValue(statics, value);
        }
        else
        {
            self.SetValue(obj, value);
        }
    }

    private static (object Statics, FieldInfo Field)? Find(FieldInfo field)
    {
        if (field is not { IsStatic: true, DeclaringType: { } type } || type.Assembly.GetType(BoardStatics.Holder) is not { } holder)
        {
            return null;
        }

        var statics = ThreadMeter.Current.Scheduler!.Statics.FirstOrDefault(holder.IsInstanceOfType);
        var twin = holder.GetField(BoardStatics.NameOf(type.FullName!.Replace('+', '/'), field.Name));
        return statics is null || twin is null ? null : (statics, twin);
    }
}
