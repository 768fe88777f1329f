using Earshot.Interop.Generator.Naming;
using Earshot.Interop.Generator.Ordering;
using Mono.Cecil;

namespace Earshot.Interop.Generator.Reading;

/// <summary>Finds the native methods of an assembly, their place in the table and the checksum.</summary>
internal static class NativeAssemblyReader
{
    /// <summary>Reads a compiled device assembly.</summary>
    public static NativeAssembly Read(string path)
    {
        using var assembly = DeviceAssemblyFile.Open(path);
        var table = new List<NativeMethod?>();
        var classes = new List<NativeClass>();
        var checksum = new NativeChecksum(assembly.Name.Name);
        var types = TypeOrder.Of(assembly.MainModule, path);
        foreach (var type in types.Where(type => !TypeKinds.IsLeftOut(type)))
        {
            var rows = MethodOrder.Of(type).Select(method => RowOf(type, method)).ToList();
            table.AddRange(rows);
            if (!TypeKinds.MayBeNative(type))
            {
                continue;
            }

            foreach (var row in rows)
            {
                if (row is null)
                {
                    checksum.AddManaged();
                }
                else
                {
                    checksum.AddNative(row);
                }
            }

            var native = new NativeClass(NativeNames.OfClass(type), [.. rows.OfType<NativeMethod>()], ConstantsOf(type));
            if (native.Methods.Count + native.Constants.Count > 0)
            {
                classes.Add(native);
            }
        }

        if (checksum.Value == 0)
        {
            throw new InputException(path, "it has no native method.", "Give an assembly with methods marked InternalCall.");
        }

        return new NativeAssembly
        {
            Name = assembly.Name.Name,
            NativeVersion = VersionOf(assembly, path),
            Table = table,
            Classes = classes,
            Checksum = checksum.Value,
            DependsOnCulture = TypeNameRule.DependsOnCulture([.. types.Select(type => type.FullName)]),
        };
    }

    private static NativeMethod? RowOf(TypeDefinition type, MethodDefinition method) =>
        TypeKinds.MayBeNative(type) && method.RVA == 0 && !method.IsAbstract
            ? new NativeMethod(NativeNames.OfClass(type), NativeNames.OfMethod(method))
            : null;

    private static IReadOnlyList<NativeConstant> ConstantsOf(TypeDefinition type) =>
        [.. type.Fields
            .Where(field => field.IsPublic && field.HasConstant && field.Constant is int)
            .Select(field => new NativeConstant(field.Name, (int)field.Constant))];

    private static Version VersionOf(AssemblyDefinition assembly, string path)
    {
        var attribute = assembly.CustomAttributes.FirstOrDefault(
            attribute => attribute.AttributeType.FullName == "System.Reflection.AssemblyNativeVersionAttribute");
        if (attribute?.ConstructorArguments is [{ Value: string text }] && Version.TryParse(text, out var version) && version.Revision >= 0)
        {
            return version;
        }

        throw new InputException(
            path,
            "AssemblyNativeVersion is missing or not of the form 1.0.0.0.",
            "Set it in the project; the firmware's table carries the same number.");
    }
}
