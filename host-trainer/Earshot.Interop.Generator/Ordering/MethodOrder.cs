using Mono.Cecil;

namespace Earshot.Interop.Generator.Ordering;

/// <summary>The order of one type's methods in nanoCLR's table.</summary>
internal static class MethodOrder
{
    /// <summary>Virtual methods, then other instance methods, then static ones; each group as it is declared.</summary>
    public static IEnumerable<MethodDefinition> Of(TypeDefinition type) =>
        type.Methods.Where(method => method.IsVirtual)
            .Concat(type.Methods.Where(method => !method.IsVirtual && !method.IsStatic))
            .Concat(type.Methods.Where(method => method.IsStatic && !method.IsVirtual));
}
