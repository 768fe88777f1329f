using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Heap;

/// <summary>What a collection has to know of a type: its size on nanoCLR, and the fields that refer to other objects.</summary>
internal sealed class HeapLayout
{
    private const BindingFlags OwnFields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConditionalWeakTable<Type, HeapLayout> Layouts = [];

    // .NET's own classes that refer to objects of the device.
    private static readonly HashSet<Type> Containers = [typeof(ArrayList), typeof(Queue), typeof(Stack), typeof(StringBuilder)];

    private HeapLayout(int bytes, FieldInfo[] references)
    {
        Bytes = bytes;
        References = references;
    }

    /// <summary>Bytes of one object, boxed if it is a value; 0 for what is not in the device's heap.</summary>
    public int Bytes { get; }

    /// <summary>Fields that refer to objects, or are values that contain such fields.</summary>
    public IReadOnlyList<FieldInfo> References { get; }

    /// <summary>The layout of a type that is neither an array, a string nor a delegate.</summary>
    public static HeapLayout Of(Type type) => Layouts.GetValue(type, Create);

    /// <summary>Whether a type is device code.</summary>
    public static bool IsDeviceCode(Type type) => AssemblyLoadContext.GetLoadContext(type.Assembly) is DeviceLoadContext;

    /// <summary>Whether a field is a reference, or a value with references in it.</summary>
    public static bool MayRefer(Type field) => !field.IsPointer && !field.IsByRef && (!field.IsValueType
        || (!field.IsPrimitive && !field.IsEnum && FieldsOf(field).Any(inner => inner.FieldType != field && MayRefer(inner.FieldType))));

    private static HeapLayout Create(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(DateTime) || type == typeof(TimeSpan))
        {
            return new HeapLayout(HeapSize.BoxedPrimitive, []);
        }

        if (IsDeviceCode(type))
        {
            var own = new List<FieldInfo>();
            var ancestor = type;
            for (; ancestor is not null && IsDeviceCode(ancestor); ancestor = ancestor.BaseType)
            {
                own.AddRange(ancestor.GetFields(OwnFields));
            }

            var inherited = LibrarySizes.FieldsOf(ancestor ?? typeof(object));
            return new HeapLayout(HeapSize.OfFields(own.Count + inherited), [.. own.Where(Refers), .. ReferencesOfLibrary(ancestor)]);
        }

        if (typeof(MemberInfo).IsAssignableFrom(type) || type == typeof(Assembly))
        {
            return new HeapLayout(HeapSize.Block, []);
        }

        return IsOfClassLibrary(type) ? new HeapLayout(LibrarySizes.Of(type), [.. ReferencesOfLibrary(type)]) : new HeapLayout(0, []);
    }

    private static bool IsOfClassLibrary(Type type) => type.Assembly == typeof(object).Assembly
        || Containers.Contains(type)
        || (type.Assembly == ClassLibrary.Runtime && type.Namespace?.StartsWith("Earshot.Emulator.Runtime", StringComparison.Ordinal) == true);

    private static IEnumerable<FieldInfo> ReferencesOfLibrary(Type? type)
    {
        if (type is null)
        {
            return [];
        }

        if (typeof(Exception).IsAssignableFrom(type))
        {
            return FieldsOf(typeof(Exception)).Where(field => field.Name is "_message" or "_innerException");
        }

        var isRuntime = type.Assembly == ClassLibrary.Runtime;
        return Containers.Contains(type) || isRuntime ? FieldsOf(type).Where(Refers) : [];
    }

    private static bool Refers(FieldInfo field) => MayRefer(field.FieldType);

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (var ancestor = type; ancestor is not null && ancestor != typeof(object); ancestor = ancestor.BaseType)
        {
            foreach (var field in ancestor.GetFields(OwnFields))
            {
                yield return field;
            }
        }
    }
}
