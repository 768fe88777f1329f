using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Earshot.Emulator.TestAdapter.Discovery;

/// <summary>The tests of an assembly, read without loading it.</summary>
/// <param name="Classes">Its test classes in the order of their declaration.</param>
internal sealed record DeviceTestAssembly(IReadOnlyList<DeviceTestClass> Classes)
{
    private const string Framework = "nanoFramework.TestFramework";

    /// <summary>Reads an assembly; one that does not use nanoFramework's test framework has no classes.</summary>
    /// <exception cref="InputException">It is no assembly, or a test cannot be called.</exception>
    public static DeviceTestAssembly Read(string path)
    {
        try
        {
            using var resolver = new DefaultAssemblyResolver();
            resolver.AddSearchDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var module = ModuleDefinition.ReadModule(path, new ReaderParameters
            {
                AssemblyResolver = resolver,
                InMemory = true,
                ReadSymbols = true,
                SymbolReaderProvider = new DefaultSymbolReaderProvider(throwIfNoSymbol: false),
            });
            var usesFramework = module.AssemblyReferences.Any(reference => reference.Name == Framework);
            return new DeviceTestAssembly(usesFramework ? [.. module.GetTypes().Where(IsTestClass).Select(type => ReadClass(path, type))] : []);
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException)
        {
            throw new InputException(path, $"it cannot be read ({exception.Message}).", "Build the device tests again.", exception);
        }
    }

    private static DeviceTestClass ReadClass(string path, TypeDefinition type)
    {
        var name = type.FullName.Replace('/', '+');
        var methods = type.Methods.Where(method => method.IsPublic && !method.IsConstructor).ToArray();
        List<DeviceTest> plain = [], rows = [];
        foreach (var method in methods)
        {
            var data = method.CustomAttributes.Where(attribute => Is(attribute, "DataRowAttribute")).ToArray();
            var point = method.DebugInformation.SequencePoints.FirstOrDefault(point => !point.IsHidden);
            rows.AddRange(data.Select((attribute, row) => Create(row, DataRowText.Of(attribute))));
            if (data.Length == 0 && Has(method, "TestMethodAttribute"))
            {
                Require(path, method, method.Parameters.Count == 0, "it has parameters but no data row.", "Add a [DataRow] for each call.");
                plain.Add(Create(null, ""));
            }

            DeviceTest Create(int? row, string arguments) => new(name, method.Name, row, arguments)
            {
                File = point?.Document.Url,
                Line = point?.StartLine ?? 0,
            };
        }

        return new DeviceTestClass(name, Marked("SetupAttribute"), [.. plain, .. rows], Marked("CleanupAttribute"));

        string[] Marked(string attribute)
        {
            var marked = methods.Where(method => Has(method, attribute)).ToArray();
            foreach (var method in marked)
            {
                Require(path, method, method.Parameters.Count == 0, $"a method with [{attribute[..^9]}] takes no arguments.", "Remove its parameters.");
            }

            return [.. marked.Select(method => method.Name)];
        }
    }

    private static bool IsTestClass(TypeDefinition type) =>
        type.IsClass && type.CustomAttributes.Any(attribute => Is(attribute, "TestClassAttribute"));

    private static bool Has(MethodDefinition method, string attribute) => method.CustomAttributes.Any(present => Is(present, attribute));

    private static bool Is(CustomAttribute attribute, string name) => attribute.AttributeType.FullName == $"{Framework}.{name}";

    private static void Require(string path, MethodDefinition method, bool condition, string problem, string remedy)
    {
        if (!condition)
        {
            throw new InputException(path, $"{method.DeclaringType.FullName}.{method.Name}: {problem}", remedy);
        }
    }
}
