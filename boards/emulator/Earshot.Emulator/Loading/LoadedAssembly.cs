using System.Reflection;
using System.Runtime.CompilerServices;
using Earshot.Emulator.Heap;

namespace Earshot.Emulator.Loading;

/// <summary>A woven assembly as .NET has loaded it, for all boards that run it.</summary>
internal sealed class LoadedAssembly
{
    private readonly Type _statics;

    public LoadedAssembly(Assembly assembly, WovenAssembly woven)
    {
        Assembly = assembly;
        HeapBytes = woven.HeapBytes;
        _statics = assembly.GetType(BoardStatics.Holder, throwOnError: true)!;
        StaticConstructors = [.. woven.StaticConstructors.Select(type => assembly.GetType(type, throwOnError: true)!
            .GetMethod(Weaver.StaticConstructor, BindingFlags.Static | BindingFlags.Public)!
            .CreateDelegate<Action>())];
        References = [.. _statics.GetFields().Where(field => HeapLayout.MayRefer(field.FieldType))];
    }

    /// <summary>The assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>What nanoCLR takes from the managed heap for its tables and static fields.</summary>
    public int HeapBytes { get; }

    /// <summary>Its static constructors, in order.</summary>
    public IReadOnlyList<Action> StaticConstructors { get; }

    /// <summary>Fields of the object of <see cref="CreateStatics"/> that refer to objects of the device, or contain such fields.</summary>
    public IReadOnlyList<FieldInfo> References { get; }

    /// <summary>Makes the static fields of one start of one board, all zero.</summary>
    public object CreateStatics() => RuntimeHelpers.GetUninitializedObject(_statics);
}
