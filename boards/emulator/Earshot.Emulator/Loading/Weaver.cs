using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Earshot.Emulator.Loading;

/// <summary>Rewrites one device assembly so that it runs on .NET as it would on nanoCLR.</summary>
internal static class Weaver
{
    /// <summary>The name a static constructor gets, so that the emulator can run it when nanoCLR would.</summary>
    public const string StaticConstructor = "<StaticConstructor>";

    /// <summary>The name a finalizer gets: .NET would run it on a thread that belongs to no board.</summary>
    public const string Finalizer = "<Finalize>";

    /// <exception cref="InputException">The assembly needs something that the emulated firmware does not have.</exception>
    public static WovenAssembly Weave(AssemblyDefinition assembly, NativeMethodTable natives, DeviceTypes types, BoardStatics statics, IReadOnlyCollection<string> watched)
    {
        var module = assembly.MainModule;
        var errors = new LoadErrors(assembly.Name.Name);
        var heapBytes = AssemblySize.Of(module);
        SurfaceCheck.Run(module, errors);
        var bound = NativeBinder.Bind(module, natives, errors);
        var binder = new ClassLibraryBinder(module, errors, types);
        binder.Bind();
        errors.ThrowIfAny();

        statics.AddHolder(module);
        SynchronizedMethods.Rewrite(module);
        var rewriter = new InstructionRewriter(module, binder.Replaced);
        var meter = new BlockMeter(module);
        var frames = new FrameMeter(module, types);
        var staticConstructors = new List<string>();
        foreach (var type in module.GetTypes())
        {
            foreach (var method in type.Methods.Where(method => method.HasBody && !bound.Contains(method)))
            {
                rewriter.Rewrite(method.Body);
                var local = meter.Instrument(method);
                frames.Instrument(method, local);
                statics.Rewrite(method, local);
                if (watched.Contains(MethodWatch.NameOf(method)))
                {
                    MethodWatch.Add(method);
                }

                Detach(method, staticConstructors);
            }
        }

        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var parameters = module.HasSymbols
            ? new WriterParameters { WriteSymbols = true, SymbolWriterProvider = new PortablePdbWriterProvider(), SymbolStream = symbols }
            : new WriterParameters();
        assembly.Write(image, parameters);
        return new WovenAssembly(assembly.Name.Name, image.ToArray(), staticConstructors, heapBytes)
        {
            Symbols = module.HasSymbols ? symbols.ToArray() : null,
        };
    }

    private static void Detach(MethodDefinition method, List<string> staticConstructors)
    {
        if (method is { Name: ".cctor", IsStatic: true })
        {
            method.Name = StaticConstructor;
            method.IsSpecialName = false;
            method.IsRuntimeSpecialName = false;
            method.IsPublic = true;
            staticConstructors.Add(method.DeclaringType.FullName.Replace('/', '+'));
        }
        else if (method is { Name: "Finalize", IsVirtual: true, Parameters.Count: 0 })
        {
            method.Name = Finalizer;
            method.IsNewSlot = true;
        }
    }
}
