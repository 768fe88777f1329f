using Mono.Cecil;

namespace Earshot.Interop.Generator.Ordering;

/// <summary>The order of a module's types in nanoCLR's tables.</summary>
internal static class TypeOrder
{
    /// <summary>
    /// By full name, except that a type comes after its declaring type, the module's interfaces that it implements, and
    /// the module's types that methods called in its bodies take or return.
    /// </summary>
    /// <exception cref="InputException">The names do not determine the order.</exception>
    public static IReadOnlyList<TypeDefinition> Of(ModuleDefinition module, string path)
    {
        var types = module.GetTypes().Where(type => type.FullName != "<Module>").ToList();
        TypeNameRule.Require(types.ConvertAll(type => type.FullName), path);
        var ordered = new List<TypeDefinition>();
        var visited = new HashSet<TypeDefinition>();
        foreach (var type in types.OrderBy(type => type.FullName, TypeNameComparer.Unicode))
        {
            Visit(type);
        }

        return ordered;

        void Visit(TypeDefinition type)
        {
            if (visited.Contains(type))
            {
                return;
            }

            if (type.DeclaringType is { } declaring)
            {
                Visit(declaring);
            }

            VisitAll(type.Interfaces.Select(implementation => implementation.InterfaceType));
            // An interface may have led back here.
            if (visited.Add(type))
            {
                VisitAll(Mentioned(type));
                ordered.Add(type);
            }
        }

        void VisitAll(IEnumerable<TypeReference> references)
        {
            // Types of this module are definitions; what is only a reference lies elsewhere.
            foreach (var type in references.Select(reference => reference.GetElementType()).OfType<TypeDefinition>())
            {
                Visit(type);
            }
        }
    }

    private static IEnumerable<TypeReference> Mentioned(TypeDefinition type) =>
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        let called = instruction.Operand as MethodReference
        where called is not null
        from mentioned in called.Parameters.Select(parameter => parameter.ParameterType).Prepend(called.ReturnType)
        select mentioned;
}
