using System.Globalization;
using Mono.Cecil;

namespace Earshot.Emulator.TestAdapter.Discovery;

/// <summary>A data row's arguments as they stand in the source.</summary>
internal static class DataRowText
{
    /// <summary>The arguments, separated by commas.</summary>
    public static string Of(CustomAttribute row) => row.ConstructorArguments is [{ Value: CustomAttributeArgument[] arguments }]
        ? string.Join(", ", arguments.Select(Of))
        : "";

    private static string Of(CustomAttributeArgument argument) => argument.Value switch
    {
        CustomAttributeArgument boxed => Of(boxed),
        CustomAttributeArgument[] array => $"[{string.Join(", ", array.Select(Of))}]",
        null => "null",
        string text => $"\"{text}\"",
        char letter => $"'{letter}'",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };
}
