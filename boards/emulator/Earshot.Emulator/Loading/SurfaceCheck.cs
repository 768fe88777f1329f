using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Earshot.Emulator.Loading;

/// <summary>Finds what compiles but does not run on nanoCLR 1.x.</summary>
internal static class SurfaceCheck
{
    private const string GenericEventHandler = "System.EventHandler`1";

    public static void Run(ModuleDefinition module, LoadErrors errors)
    {
        ArrayDataCheck.Run(module, errors);
        foreach (var type in module.GetTypes())
        {
            if (type.HasGenericParameters)
            {
                errors.Add($"{type.FullName} is generic, which nanoCLR 1.x does not run");
            }

            foreach (var field in type.Fields)
            {
                Check(field.FieldType, field.FullName, errors);
            }

            foreach (var method in type.Methods)
            {
                Check(method, errors);
            }
        }
    }

    private static void Check(MethodDefinition method, LoadErrors errors)
    {
        if (method.HasGenericParameters)
        {
            errors.Add($"{method.FullName} is generic, which nanoCLR 1.x does not run");
        }

        if (method.DeclaringType.IsInterface && method.HasBody && !method.IsStatic)
        {
            errors.Add($"{method.FullName} is a default interface method, which nanoCLR 1.x does not run");
        }

        foreach (var type in method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType))
        {
            Check(type, method.FullName, errors);
        }

        if (!method.HasBody)
        {
            return;
        }

        // 'fixed' leaves a pinned local variable.
        foreach (var variable in method.Body.Variables)
        {
            Check(variable.VariableType, method.FullName, errors);
        }

        foreach (var instruction in method.Body.Instructions)
        {
            if (WhyUnsupported(instruction) is { } why)
            {
                errors.Add($"{method.FullName} uses {why}, which nanoCLR 1.x does not run");
            }
        }
    }

    private static void Check(TypeReference type, string user, LoadErrors errors)
    {
        if (WhyUnsupported(type) is { } why)
        {
            errors.Add($"{user} uses {why}");
        }
    }

    private static string? WhyUnsupported(TypeReference? type) => type switch
    {
        PointerType or PinnedType or FunctionPointerType => "a pointer, which nanoFramework's metadata processor refuses",
        ArrayType { Rank: > 1 } => "an array of more than one dimension, which nanoCLR 1.x does not run",
        GenericInstanceType { ElementType.FullName: not GenericEventHandler } => $"the generic type {type.FullName}, which nanoCLR 1.x does not run",
        TypeSpecification specification and not GenericInstanceType => WhyUnsupported(specification.ElementType),
        _ => null,
    };

    private static string? WhyUnsupported(Instruction instruction) => instruction switch
    {
        { OpCode.Code: Code.Localloc } => "stackalloc",
        { OpCode.Code: Code.Calli } => "a function pointer",
        { OpCode.Code: Code.Cpblk or Code.Initblk or Code.Mkrefany or Code.Refanyval or Code.Arglist } => instruction.OpCode.Name,
        { Operand: MethodReference { DeclaringType: ArrayType { Rank: > 1 } } } => "an array of more than one dimension",
        { Operand: MethodReference { DeclaringType: GenericInstanceType { ElementType.FullName: not GenericEventHandler } generic } } =>
            $"the generic type {generic.FullName}",
        { Operand: GenericInstanceMethod method } => $"the generic method {method.FullName}",
        _ => null,
    };
}
