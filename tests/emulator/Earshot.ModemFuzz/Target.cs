using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Earshot.ModemFuzz;

/// <summary>The compiled driver, instrumented while it is loaded; on demand with a fault planted in it.</summary>
internal static class Target
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "target", "Earshot.Radio.OnHost.dll");

    /// <summary>Lets the runtime find the instrumented assembly under the driver's name.</summary>
    /// <param name="plant">Which conditional branch to turn round; null for none.</param>
    public static void Install(PlantedFault? plant)
    {
        var bytes = Instrument(plant);
        AssemblyLoadContext.Default.Resolving += (context, name) => name.Name == "Earshot.Radio.OnHost"
            ? context.LoadFromStream(new MemoryStream(bytes))
            : null;
    }

    private static byte[] Instrument(PlantedFault? plant)
    {
        using var module = ModuleDefinition.ReadModule(Source);
        var hit = module.ImportReference(typeof(Coverage).GetMethod(nameof(Coverage.Hit)));
        var block = 0;
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            method.Body.SimplifyMacros();
            if (plant is not null && method.DeclaringType.Name == plant.Type && method.Name == plant.Method)
            {
                plant.Apply(method.Body);
            }

            foreach (var head in Heads(method.Body))
            {
                // Mixed, so that the edges of neighbouring blocks do not share a cell.
                Insert(method.Body, head, hit, (int)((uint)block++ * 2654435769 >> 16));
            }

            method.Body.OptimizeMacros();
        }

        using var written = new MemoryStream();
        module.Write(written);
        return written.ToArray();
    }

    private static List<Instruction> Heads(MethodBody body)
    {
        var heads = new HashSet<Instruction> { body.Instructions[0] };
        foreach (var instruction in body.Instructions)
        {
            if (instruction.Operand is Instruction target)
            {
                heads.Add(target);
            }
            else if (instruction.Operand is Instruction[] targets)
            {
                heads.UnionWith(targets);
            }

            if (instruction.OpCode.FlowControl == FlowControl.Cond_Branch && instruction.Next is not null)
            {
                heads.Add(instruction.Next);
            }
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            heads.Add(handler.HandlerStart);
        }

        return [.. body.Instructions.Where(heads.Contains)];
    }

    // What jumps to the head has to meet the call first: the head's instruction moves behind it.
    private static void Insert(MethodBody body, Instruction head, MethodReference hit, int block)
    {
        var moved = Instruction.Create(OpCodes.Nop);
        moved.OpCode = head.OpCode;
        moved.Operand = head.Operand;
        var il = body.GetILProcessor();
        head.OpCode = OpCodes.Ldc_I4;
        head.Operand = block;
        var call = Instruction.Create(OpCodes.Call, hit);
        il.InsertAfter(head, call);
        il.InsertAfter(call, moved);
        foreach (var handler in body.ExceptionHandlers.Where(handler => handler.TryEnd == head))
        {
            handler.TryEnd = head;
        }
    }
}
