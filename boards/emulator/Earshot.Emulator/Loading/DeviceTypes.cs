using Earshot.Emulator.Heap;
using Mono.Cecil;

namespace Earshot.Emulator.Loading;

/// <summary>What the types that device code names are on the board: how large, value or object, with or without a finalizer.</summary>
internal sealed class DeviceTypes(IEnumerable<AssemblyDefinition> assemblies)
{
    private readonly Dictionary<string, TypeDefinition> _definitions = assemblies
        .SelectMany(assembly => assembly.MainModule.GetTypes())
        .GroupBy(type => type.FullName)
        .ToDictionary(group => group.Key, group => group.First());

    private readonly Dictionary<TypeReference, Type> _library = [];

    /// <summary>Remembers which type of the emulator or of .NET a reference is bound to.</summary>
    public void Bind(TypeReference reference, Type target) => _library[reference] = target;

    /// <summary>Whether a type is device code.</summary>
    public bool IsDevice(TypeReference type) => Define(type) is not null;

    /// <summary>Whether a value of that type is a reference that a collection has to follow.</summary>
    public bool IsReference(TypeReference type) => type.MetadataType switch
    {
        MetadataType.String or MetadataType.Object or MetadataType.Class or MetadataType.Array => !IsValue(type),
        MetadataType.GenericInstance => !type.IsValueType,
        _ => false,
    };

    /// <summary>Whether it is a structure or an enumeration.</summary>
    public bool IsValue(TypeReference type) => type.IsValueType || type.IsPrimitive
        || (Define(type) is { } definition ? definition.IsValueType : _library.TryGetValue(type, out var bound) && bound.IsValueType);

    /// <summary>Whether it is a structure of device code with references in it.</summary>
    public bool IsStructWithReferences(TypeReference type) => Define(type) is { IsValueType: true, IsEnum: false } definition
        && definition.Fields.Any(field => !field.IsStatic && (IsReference(field.FieldType) || IsStructWithReferences(field.FieldType)));

    /// <summary>Bytes of one object; a structure's when it is boxed or a field of its own.</summary>
    public int BytesOf(TypeReference type)
    {
        if (type.IsPrimitive || Define(type) is { IsEnum: true } || HeapSize.IsOneBlock(type.FullName))
        {
            return HeapSize.BoxedPrimitive;
        }

        if (Define(type) is null)
        {
            return _library.TryGetValue(type, out var bound) ? LibraryBytes(bound) : HeapSize.OfFields(0);
        }

        var fields = 0;
        var bytes = 0;
        var ancestor = type;
        while (Define(ancestor) is { } definition)
        {
            var own = definition.Fields.Where(field => !field.IsStatic).ToList();
            fields += own.Count;
            // A structure inside an object is an object of its own.
            bytes += own.Sum(field => BytesOfStruct(field.FieldType));
            ancestor = definition.BaseType;
            if (ancestor is null)
            {
                break;
            }
        }

        var inherited = ancestor is not null && _library.TryGetValue(ancestor, out var library) ? LibrarySizes.FieldsOf(library) : 0;
        return bytes + HeapSize.OfFields(fields + inherited);
    }

    /// <summary>Bytes that a variable or an element of that type takes beyond its block: those of a structure.</summary>
    public int BytesOfStruct(TypeReference type) =>
        Define(type) is { IsValueType: true, IsEnum: false } ? BytesOf(type) : 0;

    /// <summary>Bytes of one element of an array.</summary>
    public int BytesOfElement(TypeReference type) => HeapSize.OfElement(
        Define(type) is { IsEnum: true } definition ? definition.Fields.First(field => !field.IsStatic).FieldType.FullName : type.FullName);

    /// <summary>Whether a class or a base of it has a finalizer.</summary>
    public bool HasFinalizer(TypeReference? type)
    {
        for (var definition = type is null ? null : Define(type); definition is not null; definition = definition.BaseType is null ? null : Define(definition.BaseType))
        {
            if (definition.Methods.Any(method => method.Name is "Finalize" or Weaver.Finalizer))
            {
                return true;
            }
        }

        return false;
    }

    private static int LibraryBytes(Type bound) =>
        typeof(Delegate).IsAssignableFrom(bound) ? HeapSize.Delegate : LibrarySizes.Of(bound);

    private TypeDefinition? Define(TypeReference type) => type as TypeDefinition
        ?? (type is TypeSpecification ? null : _definitions.GetValueOrDefault(type.FullName));
}
