using System.Diagnostics;
using System.Globalization;
using System.Runtime.Loader;

namespace Earshot.Emulator.TestAdapter.Running;

/// <summary>The device's frames of an exception, with files and lines, as .NET writes them.</summary>
internal static class DeviceFrames
{
    private const string Framework = "nanoFramework.TestFramework";

    /// <summary>The frames, innermost first, without those of the test framework; null when there are none.</summary>
    public static string? Of(Exception exception)
    {
        var lines = new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(IsDevice).Select(Describe).ToArray();
        return lines.Length == 0 ? null : string.Join(Environment.NewLine, lines);
    }

    private static bool IsDevice(StackFrame frame) =>
        frame.GetMethod() is { } method
        && method.Module.Assembly.GetName().Name != Framework
        && AssemblyLoadContext.GetLoadContext(method.Module.Assembly) is { Name: "device" };

    private static string Describe(StackFrame frame)
    {
        var method = frame.GetMethod()!;
        var parameters = string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.ParameterType.Name} {parameter.Name}"));
        var place = frame.GetFileName() is { } file
            ? string.Create(CultureInfo.InvariantCulture, $" in {file}:line {frame.GetFileLineNumber()}")
            : "";
        return $"   at {method.DeclaringType?.FullName}.{method.Name}({parameters}){place}";
    }
}
