using Mono.Cecil;
using Assembly = System.Reflection.Assembly;
using MethodInfo = System.Reflection.MethodInfo;

namespace Earshot.Emulator.Loading;

/// <summary>Points a module's references to the class library at what the emulator provides.</summary>
internal sealed class ClassLibraryBinder(ModuleDefinition module, LoadErrors errors, DeviceTypes types)
{
    private readonly Dictionary<TypeReference, Type> _bound = [];
    private readonly Dictionary<MethodReference, MethodInfo> _replaced = [];

    /// <summary>Calls that go elsewhere; everything else is bound in place.</summary>
    public IReadOnlyDictionary<MethodReference, MethodInfo> Replaced => _replaced;

    public void Bind()
    {
        RemoveUnknownAttributes();
        var references = module.GetTypeReferences().ToList();
        var targets = references.Select(reference => (Reference: reference, Target: TargetOf(reference))).ToList();
        RedirectCoreLibrary();
        foreach (var (reference, target) in targets)
        {
            if (target is not null)
            {
                Bind(reference, target);
            }
        }

        foreach (var member in module.GetMemberReferences())
        {
            Check(member);
        }

        foreach (var reference in module.AssemblyReferences.Where(name => ClassLibrary.Provides(name.Name)).ToList())
        {
            module.AssemblyReferences.Remove(reference);
        }
    }

    private Type? TargetOf(TypeReference reference)
    {
        if (ScopeOf(reference) is not { } assembly)
        {
            return null;
        }

        var target = ClassLibrary.Find(assembly, reference.FullName);
        if (target is null && !IsOnlyAttribute(reference))
        {
            errors.Add($"type {reference.FullName} of {assembly} is not there");
        }

        return target;
    }

    private void Bind(TypeReference reference, Type target)
    {
        _bound[reference] = target;
        types.Bind(reference, target);
        if (!target.IsNested)
        {
            // What the class library nests in another type can stand alone here.
            reference.DeclaringType = null;
        }

        if (reference.DeclaringType is null)
        {
            reference.Scope = ScopeFor(target.Assembly);
            reference.Namespace = target.Namespace ?? "";
        }

        reference.Name = target.Name;
    }

    private void Check(MemberReference member)
    {
        if (member.DeclaringType?.GetElementType() is not { } declaring || !_bound.TryGetValue(declaring, out var type))
        {
            return;
        }

        if (member.DeclaringType is ArrayType)
        {
            return;
        }

        if (member is MethodReference method && MemberReplacements.Find(method) is { } replacement)
        {
            _replaced.Add(method, replacement);
        }
        else if (!(member is MethodReference called ? HostSignature.Has(type, called) : HostSignature.Has(type, (FieldReference)member)))
        {
            errors.Add($"member {member.FullName} is not there");
        }
    }

    private AssemblyNameReference ScopeFor(Assembly assembly)
    {
        var name = assembly.GetName();
        var existing = module.AssemblyReferences.FirstOrDefault(reference => reference.Name == name.Name);
        if (existing is not null)
        {
            return existing;
        }

        var added = new AssemblyNameReference(name.Name, name.Version) { PublicKeyToken = name.GetPublicKeyToken() };
        module.AssemblyReferences.Add(added);
        return added;
    }

    // In place, because Cecil keeps references of its own to the library that declares Object and Int32.
    private void RedirectCoreLibrary()
    {
        if (module.AssemblyReferences.FirstOrDefault(reference => reference.Name == "mscorlib") is { } library)
        {
            var name = typeof(object).Assembly.GetName();
            library.Name = name.Name;
            library.Version = name.Version;
            library.PublicKeyToken = name.GetPublicKeyToken();
        }
    }

    private static string? ScopeOf(TypeReference reference)
    {
        var outermost = reference;
        while (outermost.DeclaringType is not null)
        {
            outermost = outermost.DeclaringType;
        }

        return outermost.Scope is AssemblyNameReference scope && ClassLibrary.Provides(scope.Name) ? scope.Name : null;
    }

    // An attribute that .NET does not know was removed; only its reference is left, and nothing uses it.
    private static bool IsOnlyAttribute(TypeReference reference) =>
        reference.Name.EndsWith("Attribute", StringComparison.Ordinal) || reference.DeclaringType?.Name == "DebuggableAttribute";

    private void RemoveUnknownAttributes()
    {
        Remove(module.Assembly);
        Remove(module);
        foreach (var type in module.GetTypes())
        {
            Remove(type);
            foreach (var member in type.Fields.Cast<ICustomAttributeProvider>().Concat(type.Methods).Concat(type.Properties).Concat(type.Events))
            {
                Remove(member);
            }

            foreach (var method in type.Methods)
            {
                foreach (var parameter in method.Parameters)
                {
                    Remove(parameter);
                }

                Remove(method.MethodReturnType);
            }
        }
    }

    private static void Remove(ICustomAttributeProvider provider)
    {
        if (!provider.HasCustomAttributes)
        {
            return;
        }

        for (var index = provider.CustomAttributes.Count - 1; index >= 0; index--)
        {
            var type = provider.CustomAttributes[index].AttributeType;
            var isMeantForTools = type.Namespace is "System.Reflection" or "System.Diagnostics" or "System.Runtime.Versioning";
            if (isMeantForTools || (ScopeOf(type) is { } assembly && ClassLibrary.Find(assembly, type.FullName) is null))
            {
                provider.CustomAttributes.RemoveAt(index);
            }
        }
    }
}
