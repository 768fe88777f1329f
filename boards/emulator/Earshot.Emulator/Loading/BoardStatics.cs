using Earshot.Emulator.Scheduling;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Earshot.Emulator.Loading;

/// <summary>
/// Gives each board static fields of its own although all boards run the same copy of the code: every assembly gets a class with a
/// field for each of its static fields, each board has an object of it, and device code finds that object through its thread's meter.
/// The static fields themselves stay, unused, for reflection.
/// </summary>
internal sealed class BoardStatics
{
    /// <summary>The class's name; what is in angle brackets cannot be a name in C#.</summary>
    public const string Holder = "<Statics>";

    private readonly Dictionary<(string Assembly, string Field), Twin> _twins = [];
    private readonly Dictionary<ModuleDefinition, TypeDefinition> _holders = [];

    /// <summary>Plans the classes; <see cref="AddHolder"/> adds each to its module.</summary>
    public BoardStatics(IReadOnlyList<AssemblyDefinition> assemblies)
    {
        for (var index = 0; index < assemblies.Count; index++)
        {
            var module = assemblies[index].MainModule;
            var holder = new TypeDefinition("", Holder, TypeAttributes.Public | TypeAttributes.Sealed, module.TypeSystem.Object);
            foreach (var field in module.GetTypes().SelectMany(type => type.Fields).Where(IsMoved))
            {
                var twin = new FieldDefinition(NameOf(field.DeclaringType.FullName, field.Name), FieldAttributes.Public, field.FieldType);
                holder.Fields.Add(twin);
                _twins.Add((assemblies[index].Name.Name, twin.Name), new Twin(index, twin));
            }

            _holders.Add(module, holder);
        }
    }

    /// <summary>What the field for a static field is called.</summary>
    /// <param name="type">Full name of its type, as IL writes it.</param>
    /// <param name="field">Its own name.</param>
    public static string NameOf(string type, string field) => $"{type}::{field}";

    /// <summary>Adds the class to its module, once that has been measured and checked as it was compiled.</summary>
    public void AddHolder(ModuleDefinition module) => module.Types.Add(_holders[module]);

    /// <summary>Points a method at the board's own fields. Runs last: it costs the board nothing.</summary>
    /// <param name="method">The method.</param>
    /// <param name="meter">Its local variable with the thread's meter.</param>
    public void Rewrite(MethodDefinition method, VariableDefinition meter)
    {
        var module = method.Module;
        var body = method.Body;
        var values = new Dictionary<string, VariableDefinition>();
        body.SimplifyMacros();
        foreach (var instruction in body.Instructions.ToList())
        {
            if (instruction.Operand is not FieldReference field || TwinOf(module, field) is not { } twin)
            {
                continue;
            }

            var own = module.ImportReference(twin.Field);
            List<Instruction> find =
            [
                Instruction.Create(OpCodes.Ldloc, meter),
                Instruction.Create(OpCodes.Ldc_I4, twin.Assembly),
                Instruction.Create(OpCodes.Call, module.ImportReference(typeof(ThreadMeter).GetMethod(nameof(ThreadMeter.StaticsOf)))),
                Instruction.Create(OpCodes.Castclass, own.DeclaringType),
            ];
            switch (instruction.OpCode.Code)
            {
                case Code.Ldsfld:
                    Replace(body, instruction, [.. find, Instruction.Create(OpCodes.Ldfld, own)]);
                    break;
                case Code.Ldsflda:
                    Replace(body, instruction, [.. find, Instruction.Create(OpCodes.Ldflda, own)]);
                    break;
                case Code.Stsfld:
                    var value = ValueOf(body, values, own.FieldType);
                    Replace(
                        body,
                        instruction,
                        [Instruction.Create(OpCodes.Stloc, value), .. find, Instruction.Create(OpCodes.Ldloc, value), Instruction.Create(OpCodes.Stfld, own)]);
                    break;
            }
        }

        body.OptimizeMacros();
    }

    private static bool IsMoved(FieldDefinition field) =>
        field.IsStatic && (field.Attributes & (FieldAttributes.Literal | FieldAttributes.HasFieldRVA)) == 0;

    private Twin? TwinOf(ModuleDefinition module, FieldReference field)
    {
        var assembly = field.DeclaringType.Scope is AssemblyNameReference other ? other.Name : module.Assembly.Name.Name;
        return _twins.TryGetValue((assembly, NameOf(field.DeclaringType.FullName, field.Name)), out var twin) ? twin : null;
    }

    private static VariableDefinition ValueOf(MethodBody body, Dictionary<string, VariableDefinition> values, TypeReference type)
    {
        if (!values.TryGetValue(type.FullName, out var value))
        {
            value = new VariableDefinition(type);
            values.Add(type.FullName, value);
            body.Variables.Add(value);
        }

        return value;
    }

    // The first takes the place of the instruction that is replaced, so that branches still find it.
    private static void Replace(MethodBody body, Instruction instruction, IReadOnlyList<Instruction> by)
    {
        if (instruction.Previous is { OpCode.Code: Code.Volatile } prefix)
        {
            prefix.OpCode = OpCodes.Nop;
        }

        instruction.OpCode = by[0].OpCode;
        instruction.Operand = by[0].Operand;
        var il = body.GetILProcessor();
        var last = instruction;
        foreach (var next in by.Skip(1))
        {
            il.InsertAfter(last, next);
            last = next;
        }
    }

    private readonly record struct Twin(int Assembly, FieldDefinition Field);
}
