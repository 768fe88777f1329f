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

    /// <summary>The methods of device code in a stack trace, innermost first.</summary>
    public static MethodBase[] Frames(StackTrace trace) =>
        [.. trace.GetFrames().Select(frame => frame.GetMethod()).Where(IsDeviceCode).Select(method => method!)];

    private static IReadOnlyList<string> Of(StackTrace trace) => [.. Frames(trace).Select(Describe)];

    private static bool IsDeviceCode(MethodBase? method) =>
        method is not null && AssemblyLoadContext.GetLoadContext(method.Module.Assembly) is Loading.DeviceLoadContext;

    private static string Describe(MethodBase method)
    {
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType.Name);
        return $"{method.DeclaringType?.FullName}.{method.Name}({string.Join(", ", parameters)})";
    }
}
