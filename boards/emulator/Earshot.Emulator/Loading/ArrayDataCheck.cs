using Mono.Cecil;

namespace Earshot.Emulator.Loading;

/// <summary>
/// Finds array initialisers that are too long. nanoCLR 1.x keeps their data in the table of signatures, whose offsets have 16 bits; the
/// metadata processor does not say so, and the app would not start (tried: 65 000 bytes run, 70 000 and twice 40 000 do not).
/// </summary>
internal static class ArrayDataCheck
{
    private const int Most = ushort.MaxValue;
    private const string Remedy = "nanoCLR 1.x takes less than 64 KiB; put tables into resources, files or native code";

    public static void Run(ModuleDefinition module, LoadErrors errors)
    {
        var total = 0L;
        foreach (var field in module.GetTypes().SelectMany(type => type.Fields).Where(field => field.InitialValue is { Length: > 0 }))
        {
            total += field.InitialValue.Length;
            if (field.InitialValue.Length > Most)
            {
                errors.Add($"an array initialiser has {field.InitialValue.Length} bytes of data: {Remedy}");
            }
        }

        if (total > Most)
        {
            errors.Add($"its array initialisers have {total} bytes of data together: {Remedy}");
        }
    }
}
