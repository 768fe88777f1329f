using Earshot.Emulator.Heap;
using Mono.Cecil;

namespace Earshot.Emulator.Loading;

/// <summary>
/// What nanoCLR takes from the managed heap to load an assembly: <c>CLR_RT_Assembly</c>, its cross-reference tables and its static
/// fields (<c>CLR_RT_Assembly::CreateInstance</c> of nf-interpreter 1.17). The code itself stays in flash.
/// </summary>
internal static class AssemblySize
{
    // The structure itself: header pointers, twelve table sizes, offsets and pointers to the tables.
    private const int Structure = 16 * HeapSize.Block;
    private const int Reference = 4;
    private const int TypeDefinition = 8;
    private const int MemberDefinition = 2;

    /// <summary>Bytes for a module as it was compiled.</summary>
    public static int Of(ModuleDefinition module)
    {
        var types = module.GetTypes().ToList();
        var members = module.GetMemberReferences().ToList();
        return Structure
            + (Reference * (module.AssemblyReferences.Count + module.GetTypeReferences().Count() + members.Count))
            + (TypeDefinition * types.Count)
            + (MemberDefinition * types.Sum(type => type.Fields.Count + type.Methods.Count))
            + (HeapSize.Block * types.Sum(type => type.Fields.Count(field => field.IsStatic && !field.HasConstant)));
    }
}
