using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Earshot.Emulator.Loading;

/// <summary>Finds what compiles but does not run on nanoCLR 1.x.</summary>
internal static class SurfaceCheck
{
    public static void Run(ModuleDefinition module, LoadErrors errors)
    {
        foreach (var type in module.GetTypes())
        {
            if (type.HasGenericParameters)
            {
                errors.Add($"{type.FullName} is generic, which nanoCLR 1.x does not run");
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

        if (!method.HasBody)
        {
            return;
        }

        foreach (var instruction in method.Body.Instructions)
        {
            if (WhyUnsupported(instruction) is { } why)
            {
                errors.Add($"{method.FullName} uses {why}, which nanoCLR 1.x does not run");
            }
        }
    }

    private static string? WhyUnsupported(Instruction instruction) => instruction switch
    {
        { OpCode.Code: Code.Localloc } => "stackalloc",
        { OpCode.Code: Code.Calli } => "a function pointer",
        { OpCode.Code: Code.Cpblk or Code.Initblk or Code.Mkrefany or Code.Refanyval or Code.Arglist } => instruction.OpCode.Name,
        { Operand: MethodReference { DeclaringType: ArrayType { Rank: > 1 } } } => "an array of more than one dimension",
        { Operand: MethodReference { DeclaringType: GenericInstanceType { ElementType.FullName: not "System.EventHandler`1" } generic } } =>
            $"the generic type {generic.FullName}",
        { Operand: GenericInstanceMethod method } => $"the generic method {method.FullName}",
        _ => null,
    };
}
