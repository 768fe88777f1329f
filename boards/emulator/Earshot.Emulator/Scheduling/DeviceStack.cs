using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace Earshot.Emulator.Scheduling;

/// <summary>The frames of a stack trace that are device code.</summary>
internal static class DeviceStack
{
    /// <summary>Where an exception came through.</summary>
    public static IReadOnlyList<string> Of(Exception exception) => Of(new StackTrace(exception, fNeedFileInfo: false));

    /// <summary>Where the calling thread is.</summary>
    public static IReadOnlyList<string> Here() => Of(new StackTrace(fNeedFileInfo: false));

    private static IReadOnlyList<string> Of(StackTrace trace) =>
        [.. trace.GetFrames()
            .Select(frame => frame.GetMethod())
            .Where(IsDeviceCode)
            .Select(method => Describe(method!))];

    private static bool IsDeviceCode(MethodBase? method) =>
        method is not null && AssemblyLoadContext.GetLoadContext(method.Module.Assembly) is Loading.DeviceLoadContext;

    private static string Describe(MethodBase method)
    {
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType.Name);
        return $"{method.DeclaringType?.FullName}.{method.Name}({string.Join(", ", parameters)})";
    }
}
